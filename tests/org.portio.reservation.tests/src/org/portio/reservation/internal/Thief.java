// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.core.system.CommandRunner;

/** Tries all ways to take a port, in a separate process, which may run as another user. */
public final class Thief {

    /** The ID of nobody; any except this process's own would do. */
    static final int OTHER_USER = 65534;

    public static final int SAME_USER = 0;

    /** Addresses and options that it tries, in all combinations. */
    static final int WAYS = 8 * 4;

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String SCRIPT = """
            import os, socket, sys
            port, kind, user, machine = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
            if user:
                os.setgroups([]); os.setgid(user); os.setuid(user)
            kind = socket.SOCK_STREAM if kind == 'TCP' else socket.SOCK_DGRAM
            addresses = ['0.0.0.0', '127.0.0.1', '127.0.0.2', '::', '::only', '::1', '::ffff:127.0.0.1', machine]
            tries = 0
            for address in addresses:
                for options in ([], ['SO_REUSEADDR'], ['SO_REUSEPORT'], ['SO_REUSEADDR', 'SO_REUSEPORT']):
                    tries += 1
                    six = ':' in address
                    with socket.socket(socket.AF_INET6 if six else socket.AF_INET, kind) as s:
                        if six:
                            s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, address == '::only')
                        for option in options:
                            s.setsockopt(socket.SOL_SOCKET, getattr(socket, option), 1)
                        try:
                            s.bind((address.replace('only', ''), port))
                            print(address, *options)
                        except OSError as e:
                            if e.errno != 98:
                                print('not tried:', address, e)
            print('tries', tries)
            """;

    private Thief() {}

    /** Skips the test if it cannot run, and says why. */
    public static void assumePossible(int user) {
        assumeTrue(Files.isExecutable(PYTHON), "skipped: there is no python3; on Debian: apt-get install python3");
        assumeTrue(
                user == SAME_USER || "root".equals(System.getProperty("user.name")),
                "skipped: only root can try it as another user");
    }

    /** Returns the ways that led to success, such as {@code 127.0.0.1 SO_REUSEADDR}. */
    public static List<String> steal(int port, Protocol protocol, int user) throws IOException {
        List<String> command = List.of(
                PYTHON.toString(),
                "-c",
                SCRIPT,
                String.valueOf(port),
                protocol.name(),
                String.valueOf(user),
                ownAddress());
        CommandRunner.Result result = CommandRunner.ofSystem().run(command, "", Duration.ofSeconds(30));
        assertEquals("", result.err());
        List<String> lines = result.out().lines().toList();
        assertEquals("tries " + WAYS, lines.getLast());
        return lines.subList(0, lines.size() - 1);
    }

    /** Returns an address by which others reach this machine; another loopback address if it has none. */
    private static String ownAddress() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.3");
    }
}
