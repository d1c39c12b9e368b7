// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.ConnectionMonitor;
import org.portio.core.notice.Notice;
import org.portio.core.notice.NoticeMessage;
import org.portio.core.notice.NoticeQueue;
import org.portio.core.notice.NoticeRules;
import org.portio.core.notice.Watch;
import org.portio.core.system.Subscription;
import org.portio.ui.NoticeSource;

/** Takes in what happens, as far as the user wants to be told of it; lists it, and shows it one message at a time. */
@Component(service = NoticeCenter.class)
public final class NoticeCenter {

    /** The choice of what is looked for among the connections. */
    private record Wanted(List<Watch> watches, boolean newListeners) {

        static final Wanted NOTHING = new Wanted(List.of(), false);
    }

    private static final Duration JOINED = Duration.ofSeconds(2);
    private static final Duration APART = Duration.ofSeconds(8);
    private static final int MOST_LISTED = 500;

    private final ConnectionMonitor monitor;
    private final List<NoticeSource> sources = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final NoticeQueue queue = new NoticeQueue(JOINED, APART);
    private final Messenger messenger = Messenger.ofSystem();
    private final Job follow = Job.createSystem("Notice what is wanted", (ICoreRunnable) _ -> followNow());
    private final Job show = Job.createSystem("Show notices", (ICoreRunnable) _ -> showDue());
    private final Deque<Told> told = new ArrayDeque<>();
    // Of the job alone, which does not run twice at a time.
    private final Map<NoticeSource, Subscription> begun = new HashMap<>();
    private Wanted wanted = Wanted.NOTHING;
    private Subscription connections;
    private long count;

    @Activate
    public NoticeCenter(@Reference ConnectionMonitor monitor) {
        this.monitor = monitor;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSource(NoticeSource source) {
        sources.add(source);
        follow();
    }

    void removeSource(NoticeSource source) {
        sources.remove(source);
        follow();
    }

    @Deactivate
    void end() {
        show.cancel();
        if (connections != null) {
            connections.close();
        }
        begun.values().forEach(Subscription::close);
    }

    /** Begins and ends to look, as the preferences say now. */
    void follow() {
        follow.schedule();
    }

    private void followNow() {
        followConnections(NoticePreferences.watches(), NoticePreferences.wantsNewListeners());
        List<NoticeSource> wanted = sources.stream()
                .filter(source -> NoticePreferences.wants(source.kind()))
                .toList();
        wanted.forEach(source -> begun.computeIfAbsent(source, one -> one.begin(this::take)));
        begun.entrySet().removeIf(one -> {
            boolean ends = !wanted.contains(one.getKey());
            if (ends) {
                one.getValue().close();
            }
            return ends;
        });
    }

    private void followConnections(List<Watch> watches, boolean wantsNew) {
        Wanted next = new Wanted(watches, wantsNew);
        if (next.equals(wanted)) {
            return;
        }
        wanted = next;
        if (connections != null) {
            connections.close();
        }
        NoticeRules rules = new NoticeRules(watches, wantsNew ? SavedBaseline.ofUser() : _ -> false);
        connections = next.equals(Wanted.NOTHING) ? null : monitor.follow(new ConnectionNotices(rules, this::take));
    }

    /** Lists what happened, and shows it soon unless it is quiet. From any thread. */
    void take(List<Notice> notices) {
        boolean quiet = NoticePreferences.quietHours()
                .filter(hours -> hours.contain(LocalTime.now()))
                .isPresent();
        Instant now = Instant.now();
        synchronized (told) {
            for (Notice notice : notices) {
                told.addFirst(new Told(++count, notice, quiet));
            }
            while (told.size() > MOST_LISTED) {
                told.removeLast();
            }
        }
        if (!quiet) {
            notices.forEach(notice -> queue.add(notice, now));
            scheduleShow();
        }
        listeners.forEach(Runnable::run);
    }

    private void scheduleShow() {
        queue.due()
                .ifPresent(due -> show.schedule(
                        Math.max(0, Duration.between(Instant.now(), due).toMillis() + 1)));
    }

    private void showDue() {
        List<Notice> due = queue.take(Instant.now());
        if (!due.isEmpty()) {
            messenger.show(NoticeMessage.of(due));
        }
        scheduleShow();
    }

    /** Returns what was told in this session, the newest first. */
    List<Told> told() {
        synchronized (told) {
            return new ArrayList<>(told);
        }
    }

    void clear() {
        synchronized (told) {
            told.clear();
        }
        listeners.forEach(Runnable::run);
    }

    Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
