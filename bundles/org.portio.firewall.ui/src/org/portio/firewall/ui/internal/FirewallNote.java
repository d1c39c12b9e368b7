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
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.ui.list.Note;

/** Composes the note below the blocks. */
public final class FirewallNote {

    private FirewallNote() {}

    /**
     * Tells which backend is used, with which rights, which of its files was damaged, and what PortIO put back. The line is
     * such as {@code nftables; changing it needs privileges · 12:00:01 somebody removed TCP 8080 inbound, PortIO put it back};
     * the path of a copy is long, and is in the tool tip, too.
     *
     * @param backend null if it is not known
     * @param healed empty if nothing was put back
     */
    public static Note of(BackendInfo backend, List<SetAside> damage, String healed) {
        List<String> damaged = damage.stream().map(SetAside::text).toList();
        return Note.of(
                joined(Stream.of(backend == null ? "" : BackendText.text(backend)), damaged, Stream.of(healed)),
                joined(Stream.of(backend == null ? "" : BackendText.more(backend)), damaged, Stream.empty()));
    }

    private static List<String> joined(Stream<String> first, List<String> then, Stream<String> last) {
        return Stream.of(first, then.stream(), last).flatMap(parts -> parts).toList();
    }

    static String healed(List<Block> blocks, LocalTime time) {
        String what = blocks.stream().map(block -> block.request().toString()).collect(Collectors.joining(", "));
        String when = DateTimeFormatter.ISO_LOCAL_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
        return NLS.bind(Messages.FirewallNote_healed, when, what);
    }
}
