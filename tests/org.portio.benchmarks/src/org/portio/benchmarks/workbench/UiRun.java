// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.benchmarks.report.Samples;

/** One running workbench, of whose UI thread {@link UiProbe} tells how long it is busy. */
public final class UiRun implements AutoCloseable {

    private final Path home = Files.createTempDirectory("portio-benchmark");
    private final Screen screen = Screen.open();
    private final Workbench workbench;
    private final VirtualMachine machine;

    public UiRun(Path product) throws IOException {
        workbench = Workbench.start(product, home, screen);
        try {
            machine = VirtualMachine.attach(String.valueOf(workbench.pid()));
        } catch (AttachNotSupportedException e) {
            workbench.close();
            throw new IOException(e);
        }
    }

    /**
     * Acts on the view, and then measures: of every two seconds the longest time in which the UI thread did not come to
     * wait for the next event.
     *
     * @param rows how many rows the table must show at least
     */
    public Samples measure(UiAction action, int times, int rows) throws IOException {
        Path result = home.resolve("busy.txt");
        try {
            machine.loadAgent(agent(), action + " " + times + " " + rows + " " + result);
        } catch (AgentLoadException | AgentInitializationException e) {
            throw new IOException("measuring " + action + " failed; the workbench has said:\n" + workbench.output(), e);
        }
        return Samples.ofNanos(
                Files.readAllLines(result).stream().mapToLong(Long::parseLong).toArray());
    }

    /** Returns the jar of these benchmarks, beside its classes. */
    private static String agent() throws IOException {
        Path classes = Path.of(URI.create(
                UiRun.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        try (var jars = Files.newDirectoryStream(classes.getParent(), "org.portio.benchmarks-*.jar")) {
            return jars.iterator().next().toString();
        }
    }

    @Override
    public void close() throws IOException {
        machine.detach();
        workbench.close();
        screen.close();
        StartPeer.delete(home);
    }
}
