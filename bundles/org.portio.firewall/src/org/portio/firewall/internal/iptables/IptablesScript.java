// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portio.firewall.internal.iptables.IptablesRules.Chain;
import org.portio.firewall.internal.iptables.IptablesRules.Line;
import org.portio.firewall.internal.iptables.IptablesState.Tagged;

/**
 * Composes the input of iptables-restore that makes PortIO's lines of one family the wanted ones, and changes nothing
 * else.
 */
final class IptablesScript {

    private final IptablesState state;
    private final List<Line> gone;
    private final List<Line> added;
    private final List<Line> wanted;

    private IptablesScript(IptablesState state, List<Line> wanted) {
        this.state = state;
        this.wanted = wanted;
        // Those after somebody else's are moved before it.
        List<Line> inPlace =
                state.tagged().stream().filter(Tagged::first).map(Tagged::line).toList();
        List<Line> kept = without(inPlace, without(inPlace, wanted));
        gone = without(state.lines(), kept);
        added = without(wanted, kept);
    }

    /** Returns an empty result if all is as wanted. */
    static String of(IptablesState state, List<Line> wanted) {
        IptablesScript script = new IptablesScript(state, wanted);
        StringBuilder text = new StringBuilder();
        for (String table : List.of("filter", "mangle", "nat")) {
            List<String> commands = Stream.of(Chain.values())
                    .filter(chain -> chain.table().equals(table))
                    .flatMap(chain -> script.commands(chain).stream())
                    .toList();
            if (!commands.isEmpty()) {
                text.append('*').append(table).append('\n');
                commands.forEach(command -> text.append(command).append('\n'));
                text.append("COMMIT\n");
            }
        }
        return text.toString();
    }

    private List<String> commands(Chain chain) {
        List<String> commands = new ArrayList<>();
        of(chain, gone).forEach(line -> commands.add("-D " + chain.label() + " " + line.text()));
        if (!of(chain, wanted).isEmpty()) {
            // A chain is declared only if it is missing: to declare it again would empty it.
            if (!state.hasChain(chain)) {
                commands.add(":" + chain.label() + " - [0:0]");
            }
            if (!state.isFirst(chain)) {
                commands.addAll(deleteJumps(chain));
                commands.add("-I " + chain.hook() + " 1 " + IptablesState.jump(chain));
            }
        } else if (state.hasChain(chain) && !state.hasOthers(chain)) {
            commands.addAll(deleteJumps(chain));
            commands.add("-X " + chain.label());
        }
        commands.addAll(additions(chain));
        return commands;
    }

    /** Returns the additions, placed before other lines, which may accept the same packets. */
    private List<String> additions(Chain chain) {
        List<Line> lines = of(chain, added);
        return state.hasOthers(chain)
                ? lines.reversed().stream()
                        .map(line -> "-I " + chain.label() + " 1 " + line.text())
                        .toList()
                : lines.stream()
                        .map(line -> "-A " + chain.label() + " " + line.text())
                        .toList();
    }

    private List<String> deleteJumps(Chain chain) {
        String delete = "-D " + chain.hook() + " " + IptablesState.jump(chain);
        return Stream.generate(() -> delete).limit(state.jumps(chain)).toList();
    }

    private static List<Line> of(Chain chain, List<Line> lines) {
        return lines.stream().filter(line -> line.chain() == chain).toList();
    }

    /** Returns what is in one list and not in the other; duplicate lines count separately. */
    private static List<Line> without(List<Line> lines, List<Line> others) {
        List<Line> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }
}
