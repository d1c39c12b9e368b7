// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

/**
 * Something that an extension adds to PortIO.
 *
 * @param name for the user if it has such a name, otherwise its class or id
 */
public record Brought(Kind kind, String name) {

    /** The kind of contribution. */
    public enum Kind {
        VIEW("view"),
        PERSPECTIVE("perspective"),
        MENU_COMMAND("menu command"),
        PREFERENCES("preference page"),
        EXPORTER("file format"),
        SOURCE("connection source"),
        FINDINGS("findings"),
        RECOGNIZER("recognizer"),
        SPARED("spared processes"),
        COLUMNS("columns"),
        ACTIONS("actions"),
        BACKEND("firewall backend"),
        COMMAND("command"),
        SERVICE("service");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Returns text such as {@code view 'Charts'}. */
    public String text() {
        return kind.label + " '" + name + "'";
    }
}
