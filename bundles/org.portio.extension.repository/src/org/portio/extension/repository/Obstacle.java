// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

/**
 * A reason why features cannot be installed.
 *
 * @param what is required, such as {@code bundle org.example.base}; for a conflict what would be there twice
 * @param range the versions that would do; empty for any
 * @param neededBy what requires it; empty if that is the user's choice itself
 * @param present the version that PortIO has of it; empty if it has none
 */
public record Obstacle(Kind kind, String what, String range, String neededBy, String present) {

    /** The kind of reason. */
    public enum Kind {
        /** Neither PortIO nor the repository has it. */
        MISSING,
        /** Another version of a part of PortIO is required; PortIO is never changed by an extension. */
        PART_OF_PORTIO,
        /** Two versions of it are required, and only one can be used. */
        CONFLICT,
        /** An installation would have to do more than put bundles into a folder. */
        UNSUPPORTED,
        /** Another reason, which is all that {@link #what} says. */
        OTHER
    }

    /** Returns one line for the user. */
    public String text() {
        String needs = (neededBy.isEmpty() ? "needs " : neededBy + " needs ") + (what + " " + range).strip();
        return switch (kind) {
            case MISSING -> needs + ", which neither PortIO nor this repository has";
            case PART_OF_PORTIO ->
                needs + ", a part of PortIO, which has " + present + " and is not changed by extensions";
            case CONFLICT -> "only one of these versions can be used: " + what;
            case UNSUPPORTED -> what + " needs an installation that does more than add bundles";
            case OTHER -> what;
        };
    }
}
