// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.portio.core.system.FaultyService;
import org.portio.core.system.LateAnswer;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;

/**
 * Notices what extensions fail with. Whatever is thrown in the workbench comes to its log; the one whose code is nearest to where it was thrown
 * has failed. So views, columns, components, actions and activators need not be watched one by one.
 */
final class Faults implements LogListener, FrameworkListener {

    private final BundleContext context;
    private final Extensions extensions;
    /** A place in an extension's code that has failed. */
    private record Place(String id, String where) {}

    /** Each place counts once for as long as the extension is installed: a column may fail in every row. */
    private final Set<Place> known = ConcurrentHashMap.newKeySet();

    private final OwnClasses classes = new OwnClasses();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Faults(BundleContext context, Extensions extensions) {
        this.context = context;
        this.extensions = extensions;
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getException() != null && LogLevel.WARN.implies(entry.getLogLevel())) {
            notice(entry.getException(), entry.getBundle());
        }
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() != null) {
            notice(event.getThrowable(), event.getBundle());
        }
    }

    /** Notices a service that was left out; the log may not have it yet while the workbench starts. */
    void leftOut(FaultyService faulty) {
        if (faulty.cause() != null) {
            notice(faulty.cause(), FrameworkUtil.getBundle(faulty.type()));
        }
    }

    /** Notices what has ended a thread that an extension made: the platform's log has only what its own threads threw. */
    void ended(Thread thread, Throwable thrown) {
        System.getLogger(Faults.class.getName())
                .log(System.Logger.Level.WARNING, "ended by what it threw: " + thread.getName(), thrown);
        notice(thrown, null);
    }

    /**
     * Finds the extension that has failed.
     *
     * @param teller the bundle that the log names; of several extensions with a class of the same name it is the one that is meant
     */
    private void notice(Throwable thrown, Bundle teller) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                Optional<Bundle> owner = owner(frame, teller);
                if (owner.isPresent()) {
                    record(owner.get().getSymbolicName(), Installer.file(owner.get()), cause);
                    return;
                }
            }
        }
        noticeMissingClass(thrown, teller);
    }

    /** Notices that a class of an extension could not even be loaded, so that none of its code was run. */
    private void noticeMissingClass(Throwable thrown, Bundle teller) {
        if (teller == null || Installer.file(teller) == null) {
            return;
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError) {
                record(teller.getSymbolicName(), Installer.file(teller), cause);
                return;
            }
        }
    }

    private Optional<Bundle> owner(StackTraceElement frame, Bundle teller) {
        return Stream.concat(Stream.ofNullable(teller), Stream.of(context.getBundles()))
                .filter(bundle -> Installer.file(bundle) != null && classes.has(bundle, frame.getClassName()))
                .findFirst();
    }

    /** Remembers what an extension has thrown, and stops it if that was once too often. */
    void record(String id, Path file, Throwable thrown) {
        if (thrown instanceof LateAnswer late) {
            recordSlow(id, file, late.getStackTrace(), late.limit());
            return;
        }
        Fault fault = Fault.of(
                thrown,
                Instant.now(),
                name -> bundle(id).filter(bundle -> classes.has(bundle, name)).isPresent());
        record(id, file, fault);
    }

    /** Remembers that an extension still starts, with what its thread is at. */
    void recordSlow(String id, Path file, StackTraceElement[] frames, Duration limit) {
        String where = Stream.of(frames)
                .filter(frame -> bundle(id)
                        .filter(bundle -> classes.has(bundle, frame.getClassName()))
                        .isPresent())
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("its start");
        String time = limit.toSeconds() == 0 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
        record(id, file, new Fault(Instant.now(), Fault.Kind.SLOW, where, "(" + time + ")"));
    }

    /** Begins anew with an extension that is installed, is another one now, or is enabled again. */
    void forget(String id) {
        known.removeIf(place -> place.id().equals(id));
        bundle(id).ifPresent(classes::forget);
    }

    private void record(String id, Path file, Fault fault) {
        if (!known.add(new Place(id, fault.where()))) {
            return;
        }
        boolean off = false;
        try {
            off = extensions.failed(id, file, fault);
        } catch (ExtensionException e) {
            tell(e.getMessage());
        }
        warn("the extension " + id + " " + fault.text() + (off ? "; it is switched off from now on" : ""));
    }

    /** Says it in the log of the workbench, once in a session. */
    void tell(String text) {
        if (told.add(text)) {
            warn(text);
        }
    }

    private static void warn(String text) {
        System.getLogger(Faults.class.getName()).log(System.Logger.Level.WARNING, text);
    }

    private Optional<Bundle> bundle(String id) {
        return Stream.of(context.getBundles())
                .filter(bundle -> Installer.file(bundle) != null && id.equals(bundle.getSymbolicName()))
                .findFirst();
    }
}
