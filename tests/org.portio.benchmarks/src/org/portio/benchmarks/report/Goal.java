// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.report;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.portio.benchmarks.Part;
import org.portio.benchmarks.Scenario;

/**
 * Something PortIO wants to reach.
 *
 * @param wanted in words, with the number
 * @param limit the number
 * @param atMost whether less is better
 * @param measured empty where it, or what it is compared with, was not measured
 */
record Goal(String wanted, double limit, boolean atMost, Function<Results, OptionalDouble> measured) {

    /** Returns one thing that was measured. */
    record Subject(Scenario scenario, Part part, String name) {

        OptionalDouble median(Results results) {
            return results.of(scenario, part, name, Samples::median);
        }

        OptionalDouble worst(Results results) {
            return results.of(scenario, part, name, Samples::max);
        }

        String text() {
            return scenario.title() + ": " + name;
        }
    }

    /** Returns an absolute number, in this unit. */
    static Goal atMost(Subject subject, double limit, String unit) {
        return new Goal(
                "%s at most %s %s".formatted(subject.text(), number(limit), unit), limit, true, subject::median);
    }

    /** Returns an absolute number that must be reached, in this unit. */
    static Goal atLeast(Subject subject, double limit, String unit) {
        return new Goal(
                "%s at least %s %s".formatted(subject.text(), number(limit), unit), limit, false, subject::median);
    }

    /** Returns an absolute number that not even the worst of all measurements may exceed. */
    static Goal atWorst(Subject subject, double limit, String unit) {
        return new Goal(
                "%s at worst %s %s".formatted(subject.text(), number(limit), unit), limit, true, subject::worst);
    }

    /** Returns a goal of at most so many times as much as another. */
    static Goal atMostTimes(Subject subject, double limit, Subject other) {
        String wanted = "%s at most %s x %s".formatted(subject.text(), number(limit), other.name());
        return new Goal(wanted, limit, true, results -> ratio(subject.median(results), other.median(results)));
    }

    /** Returns a goal of at least so many times faster than another. */
    static Goal faster(Subject subject, double limit, Subject other) {
        String wanted = "%s at least %s x faster than %s".formatted(subject.text(), number(limit), other.name());
        return new Goal(wanted, limit, false, results -> ratio(other.median(results), subject.median(results)));
    }

    private static OptionalDouble ratio(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
                : OptionalDouble.empty();
    }

    boolean isMetBy(double value) {
        return atMost ? value <= limit : value >= limit;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
