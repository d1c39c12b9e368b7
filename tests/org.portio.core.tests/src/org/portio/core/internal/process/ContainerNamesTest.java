// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.internal.process.ContainerNames.Found;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.testing.Sockets;

/** Tests on files as the engines write them. */
class ContainerNamesTest {

    private static final String ID = "4f1c9bd1f3b0a8d4a1f0c1b7d2c84a3e6a5b0c9d8e7f6a5b4c3d2e1f0a9b8c7d";
    private static final String ROOTLESS =
            "/user.slice/user-1000.slice/user@1000.service/app.slice/docker-" + ID + ".scope";

    @TempDir
    private Path root;

    private final AtomicLong nanos = new AtomicLong();

    private ContainerNames names() {
        return new ContainerNames(root, nanos::get);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace("ID", ID));
    }

    @Test
    void dockerNotesTheNameWithASlash() throws IOException {
        String file = "var/lib/docker/containers/" + ID + "/config.v2.json";
        write(file, """
            {"StreamConfig":{},"State":{"Running":true},"ID":"ID","Config":{"Hostname":"4f1c","Labels":{}},
            "MountPoints":{"/data":{"Name":"volume","Driver":"local"}},"Name":"/web","RestartCount":0}\
            """);
        assertEquals(new Found("web", "/" + file), names().of(ID, "/system.slice/docker-" + ID + ".scope"));
    }

    @Test
    void dockerOfKubernetesHasThePodInItsLabels() throws IOException {
        write("var/lib/docker/containers/" + ID + "/config.v2.json", """
            {"Config":{"Labels":{"io.kubernetes.container.name":"nginx","io.kubernetes.pod.name":"web-7d4f",
            "io.kubernetes.pod.namespace":"default"}},"Name":"/k8s_nginx_web-7d4f_default_1_0"}\
            """);
        assertEquals(
                "default/web-7d4f/nginx", names().of(ID, "/kubepods/pod1/" + ID).name());
    }

    @Test
    void podmanAndCrioHaveAList() throws IOException {
        String other = "0".repeat(64);
        write("var/lib/containers/storage/overlay-containers/containers.json", """
            [{"id":"%s","names":["db"],"image":"x"},
             {"id":"ID","names":["web"],"image":"x","metadata":"{\\"name\\":\\"web\\"}"}]\
            """.formatted(other));
        assertEquals("web", names().of(ID, "").name());
        assertEquals("web", names().of(ID.substring(0, 12), "").name());
        assertEquals("db", names().of(other, "").name());

        write("var/lib/containers/storage/overlay-containers/containers.json", """
            [{"id":"ID","names":["k8s_nginx_web-7d4f_default_3c1f_0"],"image":"x"}]\
            """);
        assertEquals("default/web-7d4f/nginx", names().of(ID, "").name());
    }

    @Test
    void containerdHasAnnotationsOfKubernetesOrOfNerdctl() throws IOException {
        String tasks = "run/containerd/io.containerd.runtime.v2.task/";
        write(tasks + "k8s.io/" + ID + "/config.json", """
            {"ociVersion":"1.1.0","annotations":{"io.kubernetes.cri.container-name":"nginx",
            "io.kubernetes.cri.sandbox-name":"web-7d4f","io.kubernetes.cri.sandbox-namespace":"shop"}}\
            """);
        assertEquals("shop/web-7d4f/nginx", names().of(ID, "").name());

        String second = "1".repeat(64);
        write(tasks + "default/" + second + "/config.json", "{\"annotations\": {\"nerdctl/name\": \"cache\"}}");
        assertEquals("cache", names().of(second, "").name());
    }

    @Test
    void theNamesOfLogsThatKubernetesKeepsSayWhichPodItIs() throws IOException {
        write("var/log/containers/web-7d4f_default_nginx-" + ID + ".log", "");
        assertEquals(
                "default/web-7d4f/nginx",
                names().of(ID, "/kubepods/burstable/pod3c1f/" + ID).name());
    }

    @Test
    void aContainerOfAUserIsFoundInTheirHomeDirectory() throws IOException {
        write("etc/passwd", "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n");
        write("home/ann/.local/share/docker/containers/" + ID + "/config.v2.json", "{\"Name\":\"/own\"}");
        assertEquals("own", names().of(ID, ROOTLESS).name());
        assertEquals(Found.NOTHING, names().of(ID, "/system.slice/docker-" + ID + ".scope"));
    }

    @Test
    void nothingIsFoundWithoutAnEngineAndInWhatIsNoFileOfOne() throws IOException {
        assertEquals(Found.NOTHING, names().of(ID, ""));
        write("var/lib/docker/containers/" + ID + "/config.v2.json", "not JSON, and \"Name\": \"volume\"");
        Files.createDirectories(root.resolve("var/lib/containers/storage/overlay-containers/containers.json"));
        write("var/log/containers", "a file in the place of a directory");
        assertEquals(Found.NOTHING, names().of(ID, ""));
    }

    @Test
    void aNameIsReadAgainAfterAWhile() throws IOException {
        String file = "var/lib/docker/containers/" + ID + "/config.v2.json";
        ContainerNames names = names();
        write(file, "{\"Name\":\"/one\"}");
        assertEquals("one", names.of(ID, "").name());
        write(file, "{\"Name\":\"/two\"}");
        assertEquals("one", names.of(ID, "").name());
        nanos.addAndGet(31_000_000_000L);
        assertEquals("two", names.of(ID, "").name());
    }

    @Test
    void whatMayNotBeReadIsSaid() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read all");
        Path containers = Files.createDirectories(root.resolve("var/lib/docker/containers"));
        Files.setPosixFilePermissions(containers, PosixFilePermissions.fromString("-wx------"));
        assertEquals(new Found("", "/var/lib/docker/containers"), names().of(ID, ""));
        Files.setPosixFilePermissions(containers, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theNameIsWhatIsRecognized() throws IOException {
        String file = "var/lib/docker/containers/" + ID + "/config.v2.json";
        write(file, "{\"Name\":\"/web\"}");
        String group = "/system.slice/docker-" + ID + ".scope";
        List<Recognition> found = new ControlGroupName(names())
                .recognize(Sockets.process(42, "x"), new ProcessOrigin(List.of(), "", group, List.of()));
        assertEquals(
                new Recognition(Kind.CONTAINER, "web", "the control group " + group + " and /" + file),
                found.getLast());
    }
}
