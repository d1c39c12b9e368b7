// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.cli.Samples;

class ConnectionFilterTest {

    private final Cli cli = new Cli(Samples.machine());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tcp                              | LISTEN ESTABLISHED TIME-WAIT",
                "--udp                              | unconnected connected",
                "--tcp --udp -4                     | LISTEN ESTABLISHED TIME-WAIT unconnected",
                "-6                                 | LISTEN connected",
                "-4 -6 --udp                        | unconnected connected",
                "--listening                        | LISTEN unconnected",
                "--established                      | ESTABLISHED connected",
                "--listening --established          | LISTEN unconnected ESTABLISHED connected",
                "--state TIME_WAIT                  | TIME-WAIT",
                "--state estab,time-wait            | ESTABLISHED TIME-WAIT",
                "--state ESTABLISHED --state LISTEN | ESTABLISHED LISTEN",
                "--state time-wait --listening      | TIME-WAIT LISTEN unconnected",
                "--port 53                          | unconnected connected",
                "--port 50000-50001                 | ESTABLISHED TIME-WAIT",
                "--port 22,9000-9100                | LISTEN TIME-WAIT",
                "--pid 7,100                        | unconnected connected",
                "--pid 43                           | LISTEN",
                "--process UNB                      | unconnected",
                "--process java --established       | ESTABLISHED",
                "--user ann                         | ESTABLISHED",
                "--user 1000                        | ESTABLISHED",
                "--user root --udp                  | unconnected connected"
            })
    void choosesByOptions(String options, String states) {
        String[] args = Stream.concat(Stream.of("list", "--no-header"), Stream.of(options.split(" ")))
                .toArray(String[]::new);
        Set<String> shown =
                cli.run(args).out().lines().map(line -> line.split(" +")[3]).collect(Collectors.toSet());
        assertEquals(Set.of(states.split(" ")), shown);
    }
}
