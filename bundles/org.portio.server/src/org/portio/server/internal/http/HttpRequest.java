// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The head of a request (RFC 9112).
 *
 * @param minor 0 or 1, of HTTP/1.0 and HTTP/1.1
 * @param fields names in small letters; a name that comes several times has its values as one list
 */
public record HttpRequest(String method, int minor, Map<String, String> fields) {

    /** Request line and fields together. */
    public static final int MAX_HEAD = 16 * 1024;

    /** The signs that the name of a method or a field may contain, besides letters and digits. */
    private static final String TOKEN_SIGNS = "!#$%&'*+.^_`|~-";

    private static final int LONGEST_NUMBER = 18;

    /** A body whose length the client sends along with it. */
    public static final long CHUNKED = -1;

    public static HttpRequest read(HttpInput in) throws IOException {
        int left = MAX_HEAD;
        String line = in.line(left);
        // Some clients send an empty line after a body, which is to be overlooked.
        if (line.isEmpty()) {
            line = in.line(left);
        }
        // Read sign by sign, once: a regular expression may go back, and then the time grows faster than the line.
        int method = tokenEnd(line);
        int target = line.lastIndexOf(' ');
        if (method == 0 || target <= method || !isRequestLine(line, method, target)) {
            throw BadRequest.malformed("no request line");
        }
        int minor = line.charAt(line.length() - 1) - '0';
        return new HttpRequest(line.substring(0, method), minor, fields(in, left - line.length()));
    }

    /** Returns whether between the method and the version there is one target without blanks. */
    private static boolean isRequestLine(String line, int method, int version) {
        String target = line.substring(method, version);
        return target.lastIndexOf(' ') == 0
                && target.length() > 1
                && target.indexOf('\t') < 0
                && (line.endsWith(" HTTP/1.0") || line.endsWith(" HTTP/1.1"))
                && line.length() - version == " HTTP/1.1".length();
    }

    private static int tokenEnd(String line) {
        int end = 0;
        while (end < line.length() && isTokenSign(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isTokenSign(char sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || TOKEN_SIGNS.indexOf(sign) >= 0;
    }

    private static Map<String, String> fields(HttpInput in, int limit) throws IOException {
        Map<String, StringJoiner> fields = new HashMap<>();
        int left = limit;
        for (String line = in.line(left); !line.isEmpty(); line = in.line(left)) {
            int colon = tokenEnd(line);
            if (colon == 0 || colon == line.length() || line.charAt(colon) != ':') {
                throw BadRequest.malformed("no header field");
            }
            fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new StringJoiner(", "))
                    .add(withoutBlanks(line, colon + 1));
            // Its end counts too, or else a head of short lines could have any length.
            left = Math.max(0, left - line.length() - 2);
        }
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().toString()));
    }

    /** Returns what stands from here on, without the blanks and tabs at both ends. */
    private static String withoutBlanks(String line, int from) {
        int begin = from;
        int end = line.length();
        while (begin < end && isBlank(line.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(begin, end);
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || sign == '\t';
    }

    /** Returns how long the body is, or {@link #CHUNKED}. */
    public long bodyLength() throws BadRequest {
        String coding = fields.get("transfer-encoding");
        String length = fields.get("content-length");
        if (coding == null) {
            return length == null ? 0 : parse(length);
        }
        // If both exist, two programs may see two different requests in it.
        if (length != null || !coding.equalsIgnoreCase("chunked")) {
            throw BadRequest.malformed("a body of unknown length");
        }
        return CHUNKED;
    }

    private static long parse(String length) throws BadRequest {
        if (!isNumber(length)) {
            throw BadRequest.malformed("no content length");
        }
        return Long.parseLong(length);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** Returns whether another request may follow on the same connection. */
    public boolean keepsAlive() {
        return minor == 1 ? !has("connection", "close") : has("connection", "keep-alive");
    }

    /** Returns whether the client waits for a word before it sends the body. */
    public boolean expectsContinue() {
        return minor == 1 && has("expect", "100-continue");
    }

    private boolean has(String field, String option) {
        return Arrays.stream(fields.getOrDefault(field, "").split(","))
                .anyMatch(value -> value.strip().equalsIgnoreCase(option));
    }
}
