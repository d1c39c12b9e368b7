// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Snapshot;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.oshi.OshiConnectionSource;

/** One warm refresh, on whatever sockets are open. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RefreshBenchmark {

    @Param({"linux", "oshi"})
    public String source;

    private ConnectionSource connections;

    @Setup
    public void open() {
        connections = source.equals("linux") ? new LinuxConnectionSource() : new OshiConnectionSource();
    }

    @Benchmark
    public Snapshot refresh() throws ConnectionException {
        return connections.read();
    }
}
