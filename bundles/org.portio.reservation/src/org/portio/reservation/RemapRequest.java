// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

/**
 * The wish that a program gets another port than the one it asks for, with TCP as with UDP.
 *
 * @param asked 1 to 65535
 * @param given 1 to 65535; {@link #ANY} for one that is free
 */
public record RemapRequest(int asked, int given) {

    /** The word for one that is free. */
    public static final String AUTO = "auto";

    public static final int ANY = 0;

    private static final int LAST = 65535;

    /**
     * Parses text such as {@code 8080=auto} or {@code 8080=18080}.
     *
     * @throws IllegalArgumentException if it is none; the message is for the user
     */
    public static RemapRequest parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not say which port is given; write " + text + "=auto or " + text + "=PORT");
        }
        String given = text.substring(sign + 1);
        int asked = port(text.substring(0, sign));
        RemapRequest request = new RemapRequest(asked, given.equals(AUTO) ? ANY : port(given));
        if (request.given == asked) {
            throw new IllegalArgumentException("'" + text + "' gives the port that is asked for; choose another one");
        }
        return request;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= LAST) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below, like a number that is out of range.
        }
        throw new IllegalArgumentException("'" + text + "' is not a valid port; ports are 1 to 65535");
    }

    @Override
    public String toString() {
        return asked + "=" + (given == ANY ? AUTO : String.valueOf(given));
    }
}
