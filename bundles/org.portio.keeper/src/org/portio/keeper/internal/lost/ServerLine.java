// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.lost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.portio.core.Protocol;
import org.portio.keeper.LostServer;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/**
 * A line of the file of servers, as {@code - tcp 8090 http-ok 127.0.0.1 2026-03-01T12:00:00Z - 5d41402a}: when the server was
 * found to be lost, what it is, when it was started and when it ends, and a check sum of all that stands before.
 *
 * @param lost null for a server that runs as far as is known
 */
record ServerLine(Instant lost, LostServer server) {

    private static final String NONE = "-";
    private static final String ALL = "*";
    private static final int WORDS = 8;

    /** Reads one; an unchecked exception means that it is damaged. */
    static ServerLine parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        String content = line.substring(0, Math.max(0, line.lastIndexOf(' ')));
        if (words.size() != WORDS || !words.getLast().equals(sum(content))) {
            throw new IllegalArgumentException("a line is damaged");
        }
        Instant started = Instant.parse(words.get(5));
        Instant ends = time(words.get(6));
        ServerRequest request = new ServerRequest(
                Integer.parseInt(words.get(2)),
                Protocol.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
                ServerMode.valueOf(words.get(3).toUpperCase(Locale.ROOT).replace('-', '_')),
                words.get(4).equals(ALL) ? "" : words.get(4),
                ends == null ? null : Duration.between(started, ends));
        return new ServerLine(time(words.get(0)), new LostServer(request, started, ends));
    }

    private static Instant time(String word) {
        return word.equals(NONE) ? null : Instant.parse(word);
    }

    String text() {
        ServerRequest request = server.request();
        String content = String.join(
                " ",
                time(lost),
                request.protocol().label(),
                String.valueOf(request.port()),
                request.mode().label(),
                request.address().isEmpty() ? ALL : request.address(),
                time(server.started()),
                time(server.ends()));
        return content + " " + sum(content);
    }

    private static String time(Instant time) {
        return time == null ? NONE : time.toString();
    }

    private static String sum(String content) {
        CRC32 sum = new CRC32();
        sum.update(content.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    ServerLine lostAt(Instant time) {
        return new ServerLine(time, server);
    }

    boolean isOn(int port, Protocol protocol) {
        return server.request().port() == port && server.request().protocol() == protocol;
    }

    /** Returns whether it is still of interest: not when its time is over, nor a day after it was found to be lost. */
    boolean counts(Instant now) {
        boolean over = server.ends() != null && !server.ends().isAfter(now);
        return !over && (lost == null || lost.plus(Duration.ofDays(1)).isAfter(now));
    }
}
