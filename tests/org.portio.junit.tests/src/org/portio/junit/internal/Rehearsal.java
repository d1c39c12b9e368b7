// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a class with tests as JUnit would, and keeps what came of it. */
final class Rehearsal implements TestExecutionListener {

    /** Failures by the name of the method or class; null for those that have succeeded. */
    private final Map<String, Throwable> results = new TreeMap<>();

    private final List<String> entries = new ArrayList<>();

    static Rehearsal of(Class<?> tests) {
        Rehearsal rehearsal = new Rehearsal();
        LauncherConfig jupiterAlone = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        LauncherFactory.create(jupiterAlone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .build(),
                        rehearsal);
        return rehearsal;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getDisplayName().replaceFirst("\\(.*", "");
        results.put(name, result.getThrowable().orElse(null));
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs().forEach((key, value) -> entries.add(key + ": " + value));
    }

    /** Returns why the method or class failed; null if it succeeded. */
    Throwable failure(String name) {
        if (!results.containsKey(name)) {
            throw new AssertionError(name + " did not run: " + results);
        }
        return results.get(name);
    }

    /** Returns those that failed, with why. */
    Map<String, Throwable> failures() {
        Map<String, Throwable> failures = new TreeMap<>(results);
        failures.values().removeIf(failure -> failure == null);
        return failures;
    }

    List<String> entries() {
        return entries;
    }
}
