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
        VIEW("view", true),
        PERSPECTIVE("perspective", true),
        MENU_COMMAND("menu command", true),
        PREFERENCES("preference page", true),
        EXPORTER("file format"),
        SOURCE("connection source"),
        FINDINGS("findings"),
        RECOGNIZER("recognizer"),
        INSIGHTS("insights"),
        SPARED("spared processes"),
        COLUMNS("columns"),
        ACTIONS("actions"),
        BACKEND("firewall backend"),
        COMMAND("command"),
        SERVICE("service");

        private final String label;
        private final boolean readAtStart;

        Kind(String label) {
            this(label, false);
        }

        Kind(String label, boolean readAtStart) {
            this.label = label;
            this.readAtStart = readAtStart;
        }

        /** Returns whether a workbench reads these when it starts, and not again. */
        public boolean isReadAtStart() {
            return readAtStart;
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
