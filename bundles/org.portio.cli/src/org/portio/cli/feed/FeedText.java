// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.feed.FeedException;
import org.portio.feed.FeedStatus;

/** Prints where the feed is, and who may read it. */
record FeedText(Services services, Output output) {

    void addresses(FeedStatus status) {
        output.println("Events     " + status.events());
        output.println("Snapshots  " + status.snapshots());
    }

    void notePlain() {
        output.note("--plain: every user of this machine can read the feed; without it, only those with a key can");
    }

    /** Prints the feed's own key, and how many others are allowed. */
    void keys(String own) throws FeedException {
        int allowed = services.feedKeys().allowed().size();
        output.println("Key        " + own);
        output.println("Allowed    " + allowed);
        if (allowed == 0) {
            output.note("nobody is allowed to subscribe yet; make a key: " + services.program() + " feed keygen NAME");
        }
    }
}
