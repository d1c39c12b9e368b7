// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.feed.AllowedKey;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedException;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedSwitch;
import org.portio.feed.PublishedEvent;
import org.portio.keeper.Keeper;
import org.portio.ui.list.Note;
import org.portio.ui.list.WatchedList;

/** The newest events of the keeper's feed, and how that stands. */
@Component(service = FeedList.class)
public final class FeedList extends WatchedList<Keeper, PublishedEvent> {

    private final Tail tail = new Tail();
    private volatile FeedState latest = FeedState.UNKNOWN;
    private volatile boolean paused;

    /** Returns that of the workbench; one without a feed if services do not work. */
    static FeedList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(FeedList.class), FeedList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setKeeper(Keeper found) {
        use(found);
    }

    void unsetKeeper(Keeper gone) {
        drop(gone);
    }

    @Deactivate
    void end() {
        stopWatching();
    }

    FeedKeys keys() {
        return FeedKeys.in(Places.ofSystem().config());
    }

    FeedControl control() throws FeedException {
        Keeper keeper = service();
        if (keeper == null) {
            throw new FeedException(Kind.FAILED, Messages.FeedList_noKeeper, "");
        }
        return FeedControl.over(
                new KeeperWay(keeper),
                FeedSwitch.of(
                        Places.ofSystem(), aside -> ILog.of(FeedList.class).warn(aside.text())));
    }

    /** Returns how the feed stood at the last look. */
    FeedState latest() {
        return latest;
    }

    /** Keeps the events that are shown as they are; how the feed stands is followed all the same. */
    void setPaused(boolean isPaused) {
        paused = isPaused;
        refreshLater();
    }

    @Override
    protected List<PublishedEvent> ask() throws PortioException {
        FeedControl control = control();
        FeedReport report = control.report(paused ? FeedControl.NO_EVENTS : tail.seen());
        if (!paused && tail.take(report)) {
            report = control.report(0);
            tail.take(report);
        }
        latest = new FeedState(
                report, keys().allowed().stream().map(AllowedKey::name).toList());
        showNote(paused ? new Note(Messages.FeedList_paused, Messages.FeedList_paused) : Note.NONE);
        return tail.events();
    }
}
