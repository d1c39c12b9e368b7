// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.portio.core.system.CommandRunner;

/**
 * Machines made of network namespaces: a server, a client that reaches it over a cable of its own, and behind the server
 * a container, on IPv4 and IPv6. What is done to their firewalls does not touch this machine's. It needs root on Linux.
 */
public final class Lab implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final CommandRunner SYSTEM = CommandRunner.ofSystem();

    private final String prefix = "portio" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet();
    private final List<String> namespaces = new ArrayList<>();
    private LabHost server;
    private LabHost client;
    private LabHost container;

    private Lab() {}

    /** Makes the server, the client and the cable between them. */
    public static Lab open() throws IOException {
        Lab lab = new Lab();
        try {
            lab.server = lab.host("s", "10.77.0.1", "fd77::1");
            lab.client = lab.host("c", "10.77.0.2", "fd77::2");
            cable(lab.server, "eth0", "10.77.0.1/24", "fd77::1/64", lab.client, "10.77.0.2/24", "fd77::2/64");
            return lab;
        } catch (IOException e) {
            lab.close();
            throw e;
        }
    }

    /** Skips the test if such namespaces cannot be made, and says why. */
    public static void assumePossible() {
        if (!System.getProperty("os.name").startsWith("Linux") || !isThere("nsenter") || !isThere("ip")) {
            throw new TestAbortedException("skipped: network namespaces need Linux with iproute2 and util-linux");
        }
        try {
            open().close();
        } catch (IOException e) {
            throw new TestAbortedException(
                    "skipped: no network namespaces, for which root is needed: " + e.getMessage());
        }
    }

    /** Skips the test if a program is missing, and says which package has it. */
    public static void assumeProgram(String program, String debianPackage) {
        if (!isThere(program)) {
            throw new TestAbortedException(
                    "skipped: there is no " + program + "; on Debian: apt-get install " + debianPackage);
        }
    }

    private static boolean isThere(String program) {
        return Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin")
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    public LabHost server() {
        return server;
    }

    public LabHost client() {
        return client;
    }

    /** Returns a machine behind the server, which forwards to it; it is made at the first call. */
    public LabHost container() throws IOException {
        if (container == null) {
            container = host("k", "10.78.0.2", "fd78::2");
            cable(server, "docker0", "10.78.0.1/24", "fd78::1/64", container, "10.78.0.2/24", "fd78::2/64");
            server.sh("echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding");
            container.sh("ip route add default via 10.78.0.1; ip -6 route add default via fd78::1");
        }
        return container;
    }

    /** Returns whether the client gets a TCP connection to this address and port within a second. */
    public boolean connects(String address, int port) {
        return client.connects(address, port);
    }

    /** Makes the server listen on these ports, TCP and UDP, on both families, until the result is closed. */
    public AutoCloseable listen(int... ports) throws IOException {
        return server.listen(ports);
    }

    @Override
    public void close() {
        for (String namespace : namespaces) {
            try {
                run("ip", "netns", "del", namespace);
            } catch (IOException _) {
                // It is already gone, as intended.
            }
        }
    }

    private LabHost host(String letter, String address, String address6) throws IOException {
        String namespace = prefix + letter;
        run("ip", "netns", "add", namespace);
        namespaces.add(namespace);
        run("ip", "-n", namespace, "link", "set", "lo", "up");
        return new LabHost(namespace, address, address6);
    }

    private static void cable(LabHost a, String device, String a4, String a6, LabHost b, String b4, String b6)
            throws IOException {
        String pair = "ip link add " + device + " netns " + a.namespace() + " type veth peer name eth0 netns "
                + b.namespace();
        run(pair.split(" "));
        end(a, device, a4, a6);
        end(b, "eth0", b4, b6);
        introduce(a, device, b6, b, "eth0");
        introduce(b, "eth0", a6, a, device);
    }

    private static void end(LabHost host, String device, String address, String address6) throws IOException {
        run("ip", "-n", host.namespace(), "addr", "add", address, "dev", device);
        run("ip", "-n", host.namespace(), "addr", "add", address6, "dev", device, "nodad");
        run("ip", "-n", host.namespace(), "link", "set", device, "up");
    }

    /** Keeps the first IPv6 packet from waiting a second for the answer to a question that was asked too early. */
    private static void introduce(LabHost host, String device, String address6, LabHost other, String otherDevice)
            throws IOException {
        byte[] hardware =
                other.call(() -> NetworkInterface.getByName(otherDevice).getHardwareAddress());
        String neighbour =
                address6.split("/")[0] + " lladdr " + HexFormat.ofDelimiter(":").formatHex(hardware);
        run(("ip -n " + host.namespace() + " neigh add " + neighbour + " dev " + device + " nud permanent").split(" "));
    }

    private static void run(String... command) throws IOException {
        CommandRunner.Result result = SYSTEM.run(List.of(command), "", Duration.ofSeconds(20));
        if (result.exitCode() != 0) {
            throw new IOException(
                    String.join(" ", command) + ": " + result.err().strip());
        }
    }
}
