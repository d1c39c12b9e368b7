// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

/**
 * Something in the product's directory that cannot be used as it is.
 *
 * @param what the file, relative to the product's directory, or the text of the line
 */
public record Damage(Kind kind, String what) {

    /** The kind of damage. */
    public enum Kind {
        MISSING("%s is missing"),
        BROKEN("%s is damaged"),
        UNLISTED("%s has no valid line in bundles.info"),
        LINE("bundles.info has a line that is not valid: %s"),
        LIST("%s cannot be read");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private static final int LONG = 120;

    /** Says it in one line, which holds nothing that rules a terminal. */
    public String text() {
        String shown = what.length() > LONG ? what.substring(0, LONG) + "..." : what;
        return kind.text.formatted(shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?"));
    }
}
