// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The measurements that the user wants.
 *
 * @param connections number of connections in the history that is made
 * @param clients number of addresses that they come from
 * @param product the packaged product's directory
 * @param document where the report is written into; null for nowhere
 */
record Options(
        List<Scenario> scenarios,
        Set<Part> parts,
        int rounds,
        int connections,
        int clients,
        Path product,
        Path document) {

    static final String USAGE = """
        run [--scenarios=NAME,...] [--parts=NAME,...] [--rounds=N] [--connections=N] [--clients=N] [--quick] [--into=DOCUMENT]

        scenarios: empty, desktop, sockets-10k, sockets-50k, churn, sockets-100k; without the option all of them
        parts:     warm, cold, check, rest, delay, feed, feed-delay, memory, past, questions, jmh, start, ui; without the option all of them
                   rest and delay are measured together, in about 40 seconds for each round
                   start and ui measure the workbench, and need Xvfb and GTK 3
        rounds:    how often everybody is measured, in turn; 7 without the option; ui takes 32 seconds for each
                   past and questions are measured in the scenario empty, on a history that is made for that
        connections: how many the history has; 10 million without the option, 350 MB in the folder for temporary files
        clients:   from how many addresses these connections come; 2,000 without the option
        quick:     desktop and sockets-10k in 3 rounds, without jmh: about a minute
        into:      also writes the report into this document, as in docs/performance.md
        """;

    private static final String ALL_PARTS =
            "warm,cold,check,rest,delay,feed,feed-delay,memory,past,questions,jmh,start,ui";

    static Options parse(List<String> args) {
        Map<String, String> given = new HashMap<>();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            given.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        boolean quick = given.remove("--quick") != null;
        List<Scenario> all = quick ? List.of(Scenario.DESKTOP, Scenario.SOCKETS_10K) : List.of(Scenario.values());
        String scenarios = given.remove("--scenarios");
        String parts = given.remove("--parts");
        String rounds = given.remove("--rounds");
        String connections = given.remove("--connections");
        String clients = given.remove("--clients");
        String product = given.remove("--product");
        String document = given.remove("--into");
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + given.keySet());
        }
        return new Options(
                scenarios == null ? all : words(scenarios).map(Scenario::of).toList(),
                parts(parts != null ? parts : quick ? "warm,cold" : ALL_PARTS),
                rounds == null ? (quick ? 3 : 7) : Integer.parseInt(rounds),
                connections == null ? 10_000_000 : Integer.parseInt(connections),
                clients == null ? 2000 : Integer.parseInt(clients),
                Path.of(product),
                document == null ? null : Path.of(document));
    }

    private static Set<Part> parts(String names) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        words(names)
                .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .forEach(parts::add);
        return parts;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(","));
    }

    boolean wants(Scenario scenario, Part part) {
        return parts.contains(part) && scenario.has(part);
    }
}
