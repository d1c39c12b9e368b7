// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;

/** Says what a snapshot does not show. */
final class UnseenText {

    private static final String SEPARATOR = " · ";

    private UnseenText() {}

    /** Returns what the snapshot does not show, and why; empty if it shows everything. */
    static String of(Snapshot snapshot) {
        Stream<String> limits = snapshot.limits().stream().map(UnseenText::of);
        return Stream.concat(Stream.of(snapshot.hiddenOwnersText()), limits)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
    }

    private static String of(Unseen unseen) {
        String what = unseen.count() < 0 ? unseen.what() : unseen.count() + " " + unseen.what();
        return NLS.bind(Messages.UnseenText_unseen, what, unseen.why());
    }
}
