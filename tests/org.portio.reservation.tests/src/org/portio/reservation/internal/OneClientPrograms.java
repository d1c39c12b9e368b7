// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of several kinds that serve one client and end, the server's side first. */
final class OneClientPrograms {

    private static final String PYTHON = """
        import socket, sys
        address, port, reuse = sys.argv[1], int(sys.argv[2]), sys.argv[3]
        s = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET)
        if ':' in address:
            s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 'only' in address)
        if reuse == 'true':
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind((address.replace('only', ''), port))
        assert s.getsockname()[:2] == (address.replace('only', ''), port), s.getsockname()
        s.listen()
        c, _ = s.accept()
        c.sendall(b'served')
        c.close()
        """;

    private static final String NODE = """
        const [address, port] = process.argv.slice(1)
        const server = require('net').createServer(c => { c.end('served'); server.close() })
        server.listen({host: address.replace('only', ''), port: Number(port), ipv6Only: address.includes('only')})
        """;

    private static final String C = """
        #include <arpa/inet.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/socket.h>
        #include <unistd.h>
        int main(int n, char **a) {
            int on = 1, off = 0, six = strchr(a[1], ':') != 0;
            struct sockaddr_in v4 = {AF_INET, htons(atoi(a[2]))};
            struct sockaddr_in6 v6 = {AF_INET6, htons(atoi(a[2]))};
            int s = socket(six ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
            inet_pton(AF_INET, a[1], &v4.sin_addr);
            inet_pton(AF_INET6, a[1], &v6.sin6_addr);
            if (six) setsockopt(s, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
            if (!strcmp(a[3], "true")) setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
            if (six ? bind(s, (void *) &v6, sizeof v6) : bind(s, (void *) &v4, sizeof v4)) return 98;
            if (listen(s, 5)) return 99;
            int c = accept(s, 0, 0);
            if (write(c, "served", 6) != 6) return 97;
            close(c);
            return 0;
        }
        """;

    private OneClientPrograms() {}

    static List<String> python(String address, int port, boolean reuse) {
        return List.of("/usr/bin/python3", "-c", PYTHON, address, String.valueOf(port), String.valueOf(reuse));
    }

    static List<String> node(String address, int port) {
        Path node = Path.of("/usr/bin/node");
        assumeTrue(Files.isExecutable(node), "skipped: there is no node; on Debian: apt-get install nodejs");
        return List.of(node.toString(), "-e", NODE, "--", address, String.valueOf(port));
    }

    static List<String> java(String address, int port, boolean reuse) {
        return TestJava.command(OneClient.class, address, String.valueOf(port), String.valueOf(reuse));
    }

    /** Compiles it into this folder, once. */
    static List<String> c(Path folder, boolean isStatic, String address, int port, boolean reuse) throws Exception {
        Path program = folder.resolve(isStatic ? "static" : "dynamic");
        if (!Files.exists(program)) {
            Path source = Files.writeString(folder.resolve("one.c"), C);
            Path compiler = Path.of("/usr/bin/gcc");
            assumeTrue(Files.isExecutable(compiler), "skipped: there is no gcc; on Debian: apt-get install gcc");
            Process process = new ProcessBuilder(
                            compiler.toString(),
                            isStatic ? "-static" : "-O1",
                            "-o",
                            program.toString(),
                            source.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
            assumeTrue(process.waitFor() == 0, "skipped: gcc could not make a program of this kind");
        }
        return List.of(program.toString(), address, String.valueOf(port), String.valueOf(reuse));
    }
}
