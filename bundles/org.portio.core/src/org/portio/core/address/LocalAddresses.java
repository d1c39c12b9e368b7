// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The addresses of this machine at this moment. */
final class LocalAddresses {

    /** One address to a line, as 32 hexadecimal digits, the number of its interface and more. */
    private static final Path IPV6 = Path.of("/proc/thread-self/net/if_inet6");

    private static final int DIGITS = 32;

    private LocalAddresses() {}

    /** Returns those of IPv4 and then those of IPv6, without the interface that each belongs to. */
    static Stream<InetAddress> all() {
        return Stream.concat(
                ofJava().filter(Inet4Address.class::isInstance),
                ipv6().map(address -> Addresses.of(address.getAddress())));
    }

    /** Asks the kernel, if it lists them: Java shows no IPv6 addresses if the machine had none when it started. */
    private static Stream<InetAddress> ipv6() {
        try {
            return parse(Files.readAllLines(IPV6, StandardCharsets.US_ASCII).stream());
        } catch (IOException _) {
            return ofJava().filter(address -> !(address instanceof Inet4Address));
        }
    }

    /** Returns the addresses of the lines of {@code /proc/net/if_inet6}. */
    static Stream<InetAddress> parse(Stream<String> lines) {
        return lines.filter(line -> line.length() > DIGITS)
                .map(line -> Addresses.of(HexFormat.of().parseHex(line, 0, DIGITS)));
    }

    private static Stream<InetAddress> ofJava() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException _) {
            return Stream.of(InetAddress.getLoopbackAddress());
        }
    }
}
