// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.io.IOException;

/** Sizes that no honest extension comes near: reading a jar costs no more than this, whatever it is made to do. */
final class Limits {

    /** Bytes of the jar. */
    static final long JAR = 256L << 20;
    /** Bytes of all files together once unpacked. */
    static final long UNPACKED = 1L << 30;
    /** The factor by which a jar may grow; classes get two or three times as large. */
    static final long RATIO = 100;
    /** A jar that unpacks to less is never too large. */
    static final long SMALL = 32L << 20;

    static final int FILES = 50_000;
    /** Bytes of a manifest, a plugin.xml or a component. */
    static final int TEXT = 4 << 20;

    /** Patterns of names of components, each of which is compared with the name of every file. */
    static final int PATTERNS = 100;

    /** Thrown for a jar that has more of something than it may have. */
    static final class ExceededException extends IOException {

        private static final long serialVersionUID = 1L;

        ExceededException(String what) {
            super(what);
        }

        static ExceededException unpacked() {
            return new ExceededException("unpacks to more than an extension may have");
        }
    }

    private Limits() {}
}
