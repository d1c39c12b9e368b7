// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.cli.Samples;

class SortKeyTest {

    private final Cli cli = new Cli(Samples.machine());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port        | 22 53 8080 8080 9090 50002",
                "-port       | 50002 9090 8080 8080 53 22",
                "local       | 53 8080 8080 9090 22 50002",
                "proto,-port | 9090 8080 8080 22 53 50002",
                "pid,port    | 53 8080 8080 50002 22 9090",
                "process,pid | 50002 8080 8080 53 22 9090",
                "-pid        | 50002 8080 8080 53 22 9090",
                "-process    | 53 8080 8080 50002 22 9090",
                "pid         | 53 8080 8080 50002 22 9090",
                "proto       | 8080 8080 9090 22 53 50002"
            })
    void ordersByTypedValues(String columns, String ports) {
        String shown = cli.run("list", "--no-header", "--numeric", "--sort", columns)
                .out()
                .lines()
                .map(line -> line.split(" +")[1].replaceAll(".*:", ""))
                .collect(Collectors.joining(" "));
        assertEquals(ports, shown);
    }

    @Test
    void ordersPidsAsNumbers() {
        assertEquals(
                "7 100",
                cli.run("list", "--no-header", "--udp", "--sort", "pid")
                        .out()
                        .lines()
                        .map(line -> line.split(" +")[4])
                        .collect(Collectors.joining(" ")));
    }
}
