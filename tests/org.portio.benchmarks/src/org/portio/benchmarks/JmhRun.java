// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link RefreshBenchmark} in JVMs of its own. */
final class JmhRun {

    private JmhRun() {}

    /** Measures time and garbage of each source. */
    static SequencedMap<String, Double> run() throws IOException {
        SequencedMap<String, Double> scores = new LinkedHashMap<>();
        try {
            var options = new OptionsBuilder()
                    .include(RefreshBenchmark.class.getName())
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build();
            for (RunResult result : new Runner(options).run()) {
                String source = result.getParams().getParam("source");
                Result<?> garbage = result.getSecondaryResults().get("gc.alloc.rate.norm");
                scores.put(source + ", ms", result.getPrimaryResult().getScore());
                scores.put(
                        source + ", ms, 99 % are faster",
                        result.getPrimaryResult().getStatistics().getPercentile(99));
                scores.put(source + ", garbage, bytes", garbage.getScore());
            }
        } catch (RunnerException e) {
            throw new IOException(e);
        }
        return scores;
    }
}
