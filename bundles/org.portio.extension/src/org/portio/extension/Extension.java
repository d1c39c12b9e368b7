// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.nio.file.Path;
import java.util.List;

/**
 * A jar in one of the two folders.
 *
 * @param id the symbolic name of the bundle; the name of the file if it does not tell one
 * @param name for the user
 * @param version as its manifest has it; empty if it tells none
 * @param vendor empty if it tells none
 * @param features the features of repositories that it belongs to; empty if it was put there by itself
 * @param signers who signed it; empty for nobody
 * @param state whether it is used
 * @param problem why it is not used; null if it is
 * @param faults what it failed with since it was installed, enabled or changed, the oldest first
 * @param notes what does not keep it from being used and yet is good to know
 */
public record Extension(
        String id,
        String name,
        String version,
        String vendor,
        Path file,
        Origin origin,
        List<InstalledFeature> features,
        List<String> signers,
        List<Brought> brings,
        State state,
        Problem problem,
        List<Fault> faults,
        List<String> notes) {

    /** The folder that it lies in. */
    public enum Origin {
        USER("user"),
        SYSTEM("system");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether it is used. */
    public enum State {
        ACTIVE("active"),
        /** Loaded, but something that it does has failed since it was installed, enabled or changed. */
        FAILED("failed"),
        DISABLED("disabled"),
        SWITCHED_OFF("switched off"),
        NOT_USABLE("not usable");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Returns whether a workbench shows all that it brings, or ceases to, only when it is started again. */
    public boolean needsRestart() {
        return brings.stream().anyMatch(brought -> brought.kind().isReadAtStart());
    }

    /** Returns why it is not used, or null if it is, or if its state says it all. */
    public Problem unexpectedProblem() {
        return state == State.DISABLED ? null : problem;
    }

    /** Returns who signed it, for the user: {@code nobody} if it is not signed. */
    public String signedBy() {
        return signers.isEmpty() ? "nobody" : String.join(", ", signers);
    }
}
