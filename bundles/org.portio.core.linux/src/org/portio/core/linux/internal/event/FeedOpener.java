// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.Unseen;

/** Opens each way by which this kernel tells this user of events, and notes those that it refuses. */
final class FeedOpener {

    private final List<Path> tracefs;
    private final List<Unseen> limits = new ArrayList<>();

    FeedOpener(List<Path> tracefs) {
        this.tracefs = tracefs;
    }

    /** Opens them, the one for ends of sockets first. */
    List<EventFeed> open() throws IOException {
        List<EventFeed> feeds = new ArrayList<>();
        feeds.add(new SocketEndFeed());
        try {
            feeds.add(new ProcessFeed());
        } catch (IOException e) {
            limits.add(new Unseen(
                    "processes that begin and end",
                    -1,
                    "the kernel tells them to everybody only since Linux 6.6, and to nobody in a container ("
                            + e.getMessage() + ")"));
        }
        trace(feeds);
        return feeds;
    }

    private void trace(List<EventFeed> feeds) {
        String why = "tracefs is not mounted, or its instances may not be read; root can: mount -t tracefs tracefs"
                + " /sys/kernel/tracing";
        for (Path each : tracefs) {
            if (Files.isWritable(each.resolve("instances"))) {
                try {
                    feeds.add(new TraceFeed(each, ProcessHandle.current().pid(), FeedOpener::isAlive));
                    return;
                } catch (IOException e) {
                    why = "the kernel does not trace them for PortIO (" + e.getMessage() + ")";
                }
            }
        }
        limits.add(new Unseen("each state of a socket, with the process that changed it", -1, why));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    /** Returns what was refused, and why. */
    List<Unseen> limits() {
        return List.copyOf(limits);
    }
}
