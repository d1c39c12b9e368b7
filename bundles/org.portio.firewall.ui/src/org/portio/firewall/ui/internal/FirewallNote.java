// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.system.SetAside;
import org.portio.firewall.Block;

/** The line below the blocks: which backend is used, with which rights, which of its files was damaged, and what PortIO put back. */
public final class FirewallNote {

    private static final String SEPARATOR = " · ";

    private FirewallNote() {}

    /** Returns text such as {@code nftables; changing it needs privileges · 12:00:01 somebody removed TCP 8080 inbound, PortIO put it back}. */
    public static String text(FirewallState state, String healed) {
        String backend = state.backend() == null ? "" : BackendText.text(state.backend());
        return joined(SEPARATOR, Stream.of(backend, damage(state, SEPARATOR), healed));
    }

    /** What does not fit into the line, for its tool tip: the path of a copy is long. */
    public static String more(FirewallState state) {
        return joined(
                "\n", Stream.of(state.backend() == null ? "" : BackendText.more(state.backend()), damage(state, "\n")));
    }

    private static String damage(FirewallState state, String separator) {
        return joined(separator, state.damage().stream().map(SetAside::text));
    }

    private static String joined(String separator, Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }

    static String healed(List<Block> blocks, LocalTime time) {
        String what = blocks.stream().map(block -> block.request().toString()).collect(Collectors.joining(", "));
        String when = DateTimeFormatter.ISO_LOCAL_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
        return NLS.bind(Messages.FirewallNote_healed, when, what);
    }
}
