// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers of several processes that answer requests, and end when a file that is called {@code stop} appears in their folder. */
final class HttpServers {

    private static final String NGINX = """
        worker_processes 2;
        daemon off;
        pid %1$s/pid;
        error_log stderr;
        events { worker_connections 32; }
        http {
            access_log off;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            server { listen %2$s; location / { return 200 served; } }
        }
        """;

    private static final String WSGI = """
        def app(environ, start):
            start('200 OK', [('Content-Length', '6')])
            return [b'served']
        """;

    private static final String UNTIL_STOPPED = """
        stop=$1; shift; "$@" & child=$!
        until [ -e "$stop" ]; do kill -0 $child || exit 99; sleep 0.05; done
        kill $child; wait $child; exit 0
        """;

    private HttpServers() {}

    /** Returns nginx, whose master binds before it starts its workers. */
    static List<String> nginx(Path folder, String address, int port) throws IOException {
        Path nginx = Path.of("/usr/sbin/nginx");
        assumeTrue(Files.isExecutable(nginx), "skipped: there is no nginx; on Debian: apt-get install nginx-light");
        String literal = address.replace("only", "");
        String listen = literal.contains(":")
                ? "[" + literal + "]:" + port + " ipv6only=" + (address.contains("only") ? "on" : "off")
                : literal + ":" + port;
        Path file = Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(folder, listen));
        return untilStopped(folder, nginx.toString(), "-p", folder.toString(), "-c", file.toString());
    }

    /** Returns gunicorn, whose workers accept from the socket that it has bound. */
    static List<String> gunicorn(Path folder, String address, int port) throws IOException {
        Path gunicorn = Path.of("/usr/bin/gunicorn");
        assumeTrue(Files.isExecutable(gunicorn), "skipped: there is no gunicorn; on Debian: apt-get install gunicorn");
        Files.writeString(folder.resolve("wsgi.py"), WSGI);
        String bind = (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        // A worker that is told to end while it starts would be waited for.
        return untilStopped(
                folder,
                gunicorn.toString(),
                "--workers=2",
                "--graceful-timeout=1",
                "--log-level=error",
                "--bind=" + bind,
                "--chdir=" + folder,
                "wsgi:app");
    }

    private static List<String> untilStopped(Path folder, String... command) {
        List<String> all = new ArrayList<>(List.of(
                "/bin/sh", "-c", UNTIL_STOPPED, "sh", folder.resolve("stop").toString()));
        all.addAll(List.of(command));
        return all;
    }
}
