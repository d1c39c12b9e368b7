// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.portio.extension.Problem;

/** Looks for classes that the Java that runs this is too old for. */
final class ClassVersions {

    private static final int MAGIC = 0xcafebabe;
    /** The version of class files of Java 1.0 was 44 after a fashion: that of Java N is this and N. */
    private static final int BEFORE_FIRST = 44;

    private ClassVersions() {}

    /** Returns null if all will do. */
    static Problem problem(JarFile jar, List<JarEntry> entries) throws IOException {
        int most = Runtime.version().feature() + BEFORE_FIRST;
        for (JarEntry entry : entries) {
            String name = entry.getName();
            if (!name.endsWith(".class") || name.startsWith("META-INF/")) {
                continue;
            }
            int version = version(jar, entry);
            if (version < 0) {
                return new Problem(Problem.Kind.CORRUPT, "has a damaged class: " + name);
            }
            if (version > most) {
                return new Problem(
                        Problem.Kind.JAVA,
                        "has classes for Java " + (version - BEFORE_FIRST) + " (" + name + "), but PortIO runs on Java "
                                + Runtime.version().feature());
            }
        }
        return null;
    }

    private static int version(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            if (entry.getSize() < Long.BYTES || in.readInt() != MAGIC) {
                return -1;
            }
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }
}
