// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

/**
 * The reason why an extension is not used.
 *
 * @param kind of the root cause, which may lie in another extension
 * @param text one line that begins with a verb, with the chain down to the root cause
 */
public record Problem(Kind kind, String text) {

    /** The kind of reason. */
    public enum Kind {
        /** The file cannot be opened. */
        UNREADABLE,
        /** The file is not a jar, or not a whole one. */
        CORRUPT,
        /** The jar is larger than an extension may be, packed or unpacked. */
        TOO_LARGE,
        /** The jar has no manifest, or one that does not describe a bundle. */
        NOT_A_BUNDLE,
        /** Others than the user and the system can change the file. */
        NOT_PRIVATE,
        /** Its classes or its manifest demand another Java. */
        JAVA,
        /** Made for another version of PortIO. */
        PORTIO_VERSION,
        PACKAGE_MISSING,
        PACKAGE_VERSION,
        BUNDLE_MISSING,
        BUNDLE_VERSION,
        CAPABILITY_MISSING,
        HOST_MISSING,
        /** OSGi does not let it in, for a reason that shows in the workbench only: uses constraints, say. */
        REFUSED,
        /** Another file has the same extension in a later version. */
        OLDER,
        /** Another file has the same extension in the same version. */
        DUPLICATE,
        /** Named as a part of PortIO. */
        NAME_TAKEN,
        /** The user has disabled it. */
        DISABLED,
        /** PortIO has switched it off because it failed twice. */
        FAILED,
        /** Whether it is disabled is unknown until the user enables it: the file that says so was damaged. */
        MEMORY_LOST,
        /** Whether it is disabled is unknown: the file that says so cannot be read. */
        MEMORY_UNREADABLE
    }
}
