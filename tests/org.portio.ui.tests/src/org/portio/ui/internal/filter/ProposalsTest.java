// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalsTest {

    private static final FilterContext CONTEXT = new FilterContext() {

        @Override
        public List<NamedColumn> columns() {
            return List.of(
                    new NamedColumn("process", "Process", false),
                    new NamedColumn("pid", "PID", true),
                    new NamedColumn("localPort", "Local Port", true),
                    new NamedColumn("remotePort", "Remote Port", true),
                    new NamedColumn("state", "State", false),
                    new NamedColumn("parentPid", "Parent PID", true));
        }

        @Override
        public List<String> words(String column) {
            return switch (column) {
                case "state" -> List.of("LISTEN", "ESTABLISHED", "TIME-WAIT");
                case "process" -> List.of("java", "Web Content", "node");
                case "localPort" -> List.of("80", "8080");
                case "remotePort" -> List.of("443", "80");
                default -> List.of();
            };
        }
    };

    private final Proposals proposals = new Proposals(CONTEXT);

    private List<String> texts(String filter) {
        return proposals.at(filter, filter.length()).stream()
                .map(Proposal::text)
                .toList();
    }

    /** The caret is at the bar. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "|; process: pid: localPort: remotePort: state: parentPid: port:",
                "po|; port: localPort: remotePort:",
                "!po|; port: localPort: remotePort:",
                "java st|; state:",
                "parent|; parentPid:",
                "zz|; ''",
                "state:|; LISTEN ESTABLISHED TIME-WAIT",
                "state:t|; TIME-WAIT LISTEN ESTABLISHED",
                "State:LIS|; LISTEN ESTABLISHED",
                "State:LISTE|; LISTEN",
                "state:listen|; ''",
                "state:listen,es|; ESTABLISHED",
                "!state:listen,es|; ESTABLISHED",
                "port:|; 80 8080 443",
                "process:w|; \"Web Content\"",
                "process:\"w|; ''",
                "foo:|; ''",
                "java:x|; ''"
            })
    void whatCanBeTypedIsOffered(String filter, String expected) {
        String text = filter.substring(0, filter.length() - 1);
        assertEquals(expected, String.join(" ", texts(text)));
    }

    @ParameterizedTest(name = "{0} and {1} is {2}")
    @CsvSource({
        "java po|, port:, java port:|",
        "java po| x, port:, java port:| x",
        "sta|te, state:, state:|",
        "!sta|, state:, !state:|",
        "state:lis| java, LISTEN, state:LISTEN| java",
        "'state:lis|,x java', LISTEN, 'state:LISTEN|,x java'",
        "'state:time-wait,l|', LISTEN, 'state:time-wait,LISTEN|'",
        "process:con|, '\"Web Content\"', 'process:\"Web Content\"|'"
    })
    void theWordAtTheCaretIsReplaced(String before, String accepted, String after) {
        int caret = before.indexOf('|');
        String filter = before.replace("|", "");
        Proposal proposal = proposals.at(filter, caret).stream()
                .filter(one -> one.text().equals(accepted))
                .findFirst()
                .orElseThrow();
        String result = proposal.in(filter);
        assertEquals(after, result.substring(0, proposal.caret()) + "|" + result.substring(proposal.caret()));
    }

    @Test
    void aColumnIsFollowedByItsValues() {
        assertTrue(proposals.at("sta", 3).getFirst().goesOn());
        assertTrue(proposals.at("state:l", 7).stream().noneMatch(Proposal::goesOn));
    }

    @Test
    void whatIsCommonToSeveralColumnsSaysToWhich() {
        assertEquals(
                "port:  Local Port, Remote Port",
                proposals.at("port", 4).getFirst().label());
    }

    @Test
    void thousandsOfWordsAreCutOff() {
        FilterContext many = new FilterContext() {
            @Override
            public List<NamedColumn> columns() {
                return CONTEXT.columns();
            }

            @Override
            public List<String> words(String column) {
                return IntStream.range(0, 10_000).mapToObj(String::valueOf).toList();
            }
        };
        assertEquals(Proposals.MOST, new Proposals(many).at("pid:", 4).size());
    }
}
