// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.report;

import static org.portio.benchmarks.Scenario.CHURN;
import static org.portio.benchmarks.Scenario.DESKTOP;
import static org.portio.benchmarks.Scenario.EMPTY;
import static org.portio.benchmarks.Scenario.SOCKETS_100K;
import static org.portio.benchmarks.Scenario.SOCKETS_10K;
import static org.portio.benchmarks.Scenario.SOCKETS_50K;

import java.util.ArrayList;
import java.util.List;
import org.portio.benchmarks.Freshness;
import org.portio.benchmarks.Part;
import org.portio.benchmarks.Scenario;
import org.portio.benchmarks.past.PastMeasurement;
import org.portio.benchmarks.peer.Field;
import org.portio.benchmarks.report.Goal.Subject;
import org.portio.benchmarks.workbench.StartPeer;
import org.portio.benchmarks.workbench.UiMeasurement;

/** All goals, set before anything was measured. */
public final class Goals {

    public static final String GARBAGE = "garbage per refresh, bytes a socket";
    public static final String HEAP = "heap in use after a collection, MB";
    public static final String MISSED = "PortIO, rows missed";
    public static final String DOUBLED = "PortIO, rows doubled";

    private Goals() {}

    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        goals.addAll(warm(SOCKETS_10K, 9, 20, 13, 8));
        goals.addAll(warm(SOCKETS_50K, 12, 19, 11, 7.5));
        goals.addAll(warm(SOCKETS_100K, 15, 18, 12, 9));
        goals.addAll(desktop());
        goals.addAll(churn());
        goals.add(Goal.atMost(warm(SOCKETS_50K, Field.FIRST_SCAN), 160, "ms"));
        goals.add(Goal.faster(warm(SOCKETS_50K, Field.FIRST_SCAN), 4.5, warm(SOCKETS_50K, Field.SS)));
        goals.add(growth());
        goals.add(Goal.atMost(new Subject(SOCKETS_100K, Part.MEMORY, GARBAGE), 64, "bytes"));
        goals.add(Goal.atMost(new Subject(SOCKETS_100K, Part.MEMORY, HEAP), 200, "MB"));
        goals.add(Goal.atMost(new Subject(SOCKETS_100K, Part.REST, Freshness.FOLLOWING), 1, "%"));
        goals.add(Goal.atWorst(new Subject(SOCKETS_100K, Part.DELAY, Freshness.FOLLOWING), 100, "ms"));
        goals.addAll(past());
        goals.addAll(cold());
        goals.addAll(workbench());
        return goals;
    }

    private static List<Goal> warm(Scenario scenario, double ss, double lsof, double psutil, double oshi) {
        Subject portio = warm(scenario, Field.PORTIO);
        return List.of(
                Goal.atMostTimes(portio, 1.2, warm(scenario, Field.NETLINK)),
                Goal.faster(portio, ss, warm(scenario, Field.SS)),
                Goal.faster(portio, lsof, warm(scenario, Field.LSOF)),
                Goal.faster(portio, psutil, warm(scenario, Field.PSUTIL)),
                Goal.faster(portio, oshi, warm(scenario, Field.OSHI)));
    }

    private static List<Goal> desktop() {
        Subject portio = warm(DESKTOP, Field.PORTIO);
        return List.of(
                Goal.atMost(portio, 1, "ms"),
                Goal.faster(portio, 70, warm(DESKTOP, Field.SS)),
                Goal.faster(portio, 80, warm(DESKTOP, Field.OSHI)));
    }

    private static List<Goal> churn() {
        Subject portio = warm(CHURN, Field.PORTIO);
        return List.of(
                Goal.atMost(portio, 100, "ms"),
                Goal.faster(portio, 7, warm(CHURN, Field.SS)),
                Goal.atMost(new Subject(CHURN, Part.CHECK, MISSED), 0, "rows"),
                Goal.atMost(new Subject(CHURN, Part.CHECK, DOUBLED), 0, "rows"));
    }

    private static Goal growth() {
        Subject large = warm(SOCKETS_100K, Field.PORTIO);
        Subject small = warm(SOCKETS_10K, Field.PORTIO);
        return new Goal(
                "growth from 10,000 to 100,000 sockets at most 12 x",
                12,
                true,
                Goal.atMostTimes(large, 12, small).measured());
    }

    private static List<Goal> past() {
        List<Goal> goals = new ArrayList<>();
        goals.add(Goal.atMost(new Subject(EMPTY, Part.PAST, PastMeasurement.BYTES), 40, "bytes"));
        goals.add(Goal.atLeast(new Subject(EMPTY, Part.PAST, PastMeasurement.RATE), 100_000, "accounts"));
        for (String question : PastMeasurement.names()) {
            goals.add(Goal.atMost(new Subject(EMPTY, Part.QUESTIONS, question), 50, "ms"));
        }
        return goals;
    }

    private static List<Goal> cold() {
        return List.of(
                Goal.atMost(cold(EMPTY, Field.LIST), 80, "ms"),
                Goal.atMostTimes(cold(EMPTY, Field.LIST), 1, cold(EMPTY, Field.PSUTIL)),
                Goal.atMost(cold(DESKTOP, Field.LIST), 130, "ms"),
                Goal.atMostTimes(cold(DESKTOP, Field.LIST), 1, cold(DESKTOP, Field.PSUTIL)),
                Goal.atMostTimes(cold(DESKTOP, Field.LIST), 1, cold(DESKTOP, Field.LSOF)),
                Goal.atMostTimes(cold(SOCKETS_50K, Field.LIST), 0.7, cold(SOCKETS_50K, Field.SS)),
                Goal.atMostTimes(cold(SOCKETS_50K, Field.LIST), 1, cold(SOCKETS_50K, Field.PSUTIL)),
                Goal.atMostTimes(cold(SOCKETS_50K, Field.LIST), 1, cold(SOCKETS_50K, Field.LSOF)),
                Goal.atMost(cold(EMPTY, Field.HELP), 100, "ms"),
                Goal.atMost(cold(EMPTY, Field.CHECK_PORT), 80, "ms"));
    }

    private static List<Goal> workbench() {
        List<Goal> goals = new ArrayList<>();
        goals.add(Goal.atMost(new Subject(EMPTY, Part.START, StartPeer.NAME), 1800, "ms"));
        for (Scenario scenario : List.of(SOCKETS_50K, SOCKETS_100K)) {
            for (String state : UiMeasurement.states()) {
                goals.add(Goal.atMost(new Subject(scenario, Part.UI, state), 16, "ms"));
                goals.add(Goal.atWorst(new Subject(scenario, Part.UI, state), 50, "ms"));
            }
        }
        return goals;
    }

    private static Subject warm(Scenario scenario, String name) {
        return new Subject(scenario, Part.WARM, name);
    }

    private static Subject cold(Scenario scenario, String name) {
        return new Subject(scenario, Part.COLD, name);
    }
}
