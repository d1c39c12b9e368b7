// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request (RFC 9112).
 *
 * @param minor 0 or 1, of HTTP/1.0 and HTTP/1.1
 * @param fields names in small letters; a name that comes several times has its values as one list
 */
record HttpRequest(String method, int minor, Map<String, String> fields) {

    /** Request line and fields together. */
    static final int MAX_HEAD = 16 * 1024;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern REQUEST_LINE = Pattern.compile("(" + TOKEN + ") [^ \t]+ HTTP/1\\.([01])");
    private static final Pattern FIELD = Pattern.compile("(" + TOKEN + "):[ \t]*(.*?)[ \t]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** A body whose length the client tells as it goes. */
    static final long CHUNKED = -1;

    static HttpRequest read(HttpInput in) throws IOException {
        int left = MAX_HEAD;
        String line = in.line(left);
        // Some clients send an empty line after a body, which is to be overlooked.
        if (line.isEmpty()) {
            line = in.line(left);
        }
        Matcher request = REQUEST_LINE.matcher(line);
        if (!request.matches()) {
            throw BadRequest.malformed("no request line");
        }
        left -= line.length();
        Map<String, String> fields = fields(in, left);
        return new HttpRequest(request.group(1), Integer.parseInt(request.group(2)), fields);
    }

    private static Map<String, String> fields(HttpInput in, int limit) throws IOException {
        Map<String, String> fields = new HashMap<>();
        int left = limit;
        for (String line = in.line(left); !line.isEmpty(); line = in.line(left)) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw BadRequest.malformed("no header field");
            }
            fields.merge(field.group(1).toLowerCase(Locale.ROOT), field.group(2), (a, b) -> a + ", " + b);
            // Its end counts too, or else a head of short lines could have any length.
            left = Math.max(0, left - line.length() - 2);
        }
        return fields;
    }

    /** How long the body is, or {@link #CHUNKED}. */
    long bodyLength() throws BadRequest {
        String coding = fields.get("transfer-encoding");
        String length = fields.get("content-length");
        if (coding == null) {
            return length == null ? 0 : parse(length);
        }
        // Where both are there, two programs may see two different requests in it.
        if (length != null || !coding.equalsIgnoreCase("chunked")) {
            throw BadRequest.malformed("a body of unknown length");
        }
        return CHUNKED;
    }

    private static long parse(String length) throws BadRequest {
        if (!LENGTH.matcher(length).matches()) {
            throw BadRequest.malformed("no content length");
        }
        return Long.parseLong(length);
    }

    /** Whether another request may follow on the same connection. */
    boolean keepsAlive() {
        return minor == 1 ? !has("connection", "close") : has("connection", "keep-alive");
    }

    /** Whether the client waits for a word before it sends the body. */
    boolean expectsContinue() {
        return minor == 1 && has("expect", "100-continue");
    }

    private boolean has(String field, String option) {
        return Arrays.stream(fields.getOrDefault(field, "").split(","))
                .anyMatch(value -> value.strip().equalsIgnoreCase(option));
    }
}
