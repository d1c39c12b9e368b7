// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.testing.Sockets;

/** Tests on control groups with the names that systemd and container engines use. */
class ControlGroupNameTest {

    private static final String ID = "4f1c9bd1f3b0a8d4a1f0c1b7d2c84a3e6a5b0c9d8e7f6a5b4c3d2e1f0a9b8c7d";
    private static final String SHORT = ID.substring(0, 12);

    @TempDir
    private Path proc;

    @ParameterizedTest
    @CsvSource({
        "0::/system.slice/nginx.service, nginx.service",
        "0::/system.slice/system-getty.slice/getty@tty1.service, getty@tty1.service",
        "0::/user.slice/user-1000.slice/session-3.scope, session-3.scope",
        "0::/user.slice/user-1000.slice/user@1000.service/app.slice/syncthing.service, syncthing.service",
        "0::/user.slice/user-1000.slice/user@1000.service/init.scope, init.scope",
        "0::/system.slice/postgresql.service/worker, postgresql.service",
        "0::/init.scope, init.scope",
        "0::/user.slice, ''",
    })
    void unitIsTheInnermostOfTheControlGroup(String line, String unit) throws IOException {
        String group = line.substring("0::".length());
        assertEquals(
                unit.isEmpty() ? List.of() : List.of(new Recognition(Kind.UNIT, unit, "the control group " + group)),
                recognized(line));
    }

    @ParameterizedTest
    @CsvSource({
        "0::/system.slice/docker-ID.scope",
        "0::/docker/ID",
        "0::/../docker/ID",
        "0::/user.slice/user-1000.slice/user@1000.service/app.slice/docker-ID.scope",
        "0::/machine.slice/libpod-ID.scope/container",
        "0::/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-ID.scope/container",
        "0::/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod3c1f.slice/cri-containerd-ID.scope",
        "0::/system.slice/containerd.service/kubepods-besteffort-pod3c1f.slice:cri-containerd:ID",
        "0::/kubepods.slice/kubepods-pod3c1f.slice/crio-ID.scope",
        "0::/kubepods/burstable/pod3c1f9e0d-1c7c-4f43-a0ae-1d8c1a3e5a11/ID",
        "0::/kubepods.slice/kubepods-pod3c1f.slice/docker-ID.scope/init",
    })
    void containerIsNamedByTheBeginningOfItsId(String line) throws IOException {
        assertEquals(SHORT, container(line.replace("ID", ID)));
    }

    @ParameterizedTest
    @CsvSource({
        "0::/lxc.payload.web1/system.slice/nginx.service, web1",
        "0::/lxc/web1, web1",
        "0::/lxc.monitor.web1, ''",
        "0::/machine.slice/libpod-conmon-ID.scope, ''",
        "0::/system.slice/docker.service, ''",
        "0::/system.slice/containerd.service, ''",
        "0::/system.slice/docker-registry.service, ''",
    })
    void containerHasItsNameAndMonitorsAndEnginesAreInNone(String line, String container) throws IOException {
        assertEquals(container, container(line.replace("ID", ID)));
    }

    @Test
    void version1OfControlGroupsIsReadWhereSystemdNamesItsUnits() throws IOException {
        assertEquals(
                SHORT,
                container("12:pids:/docker/" + ID, "11:cpu,cpuacct:/docker/" + ID, "1:name=systemd:/docker/" + ID));
        assertEquals(
                List.of(new Recognition(Kind.UNIT, "cron.service", "the control group /system.slice/cron.service")),
                recognized("12:pids:/system.slice/cron.service", "1:name=systemd:/system.slice/cron.service", "0::/"));
    }

    @Test
    void nothingIsSaidWhereThereIsNothing() throws IOException {
        ProcessOrigin nothing = new ProcessOrigin(List.of(), "", "", List.of());
        assertEquals(nothing, origin("0::/"));
        assertEquals(List.of(), recognized("0::/"));
        assertEquals(nothing, new OriginReader(proc).read(43, List.of()));
    }

    private String container(String... lines) throws IOException {
        return recognized(lines).stream()
                .filter(one -> one.kind() == Kind.CONTAINER)
                .map(Recognition::name)
                .findFirst()
                .orElse("");
    }

    private List<Recognition> recognized(String... lines) throws IOException {
        return new ControlGroupName(new ContainerNames(proc, System::nanoTime))
                .recognize(Sockets.process(42, "x"), origin(lines));
    }

    private ProcessOrigin origin(String... lines) throws IOException {
        Path directory = Files.createDirectories(proc.resolve("42"));
        Files.write(directory.resolve("cgroup"), List.of(lines));
        return new OriginReader(proc).read(42, List.of());
    }
}
