// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A failure of an extension while it ran.
 *
 * @param kind of what it did
 * @param where the place in its code, such as {@code com.example.Charts.show(Charts.java:42)}, or what was waited for
 * @param what happened, in one line: the exception
 */
public record Fault(Instant time, Kind kind, String where, String what) {

    /** The kind of failure. */
    public enum Kind {
        THREW("threw"),
        SLOW("took too long"),
        LINKAGE("misses a class");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private static final int LONG = 200;

    /** A class in a package; other messages tell of a class that could not be initialized. */
    private static final Pattern CLASS = Pattern.compile("[\\w$]+(\\.[\\w$]+)+");

    /** Keeps what was said to one line of a readable length. */
    public Fault {
        what = line(what);
        where = line(where);
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONG ? line.substring(0, LONG) + "..." : line;
    }

    /** Returns text such as {@code threw java.lang.IllegalStateException: no data, at com.example.Charts.show(Charts.java:42)}. */
    public String text() {
        return kind.text + (what.isEmpty() ? "" : " " + what) + (where.isEmpty() ? "" : ", at " + where);
    }

    /** Returns one for something that was thrown, at the first place in code of the extension's own. */
    public static Fault of(Throwable thrown, Instant time, ClassOwner owner) {
        String where = "";
        for (Throwable cause = thrown; cause != null && where.isEmpty(); cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (owner.has(frame.getClassName())) {
                    where = frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                            + frame.getLineNumber() + ")";
                    break;
                }
            }
        }
        return new Fault(time, thrown instanceof LinkageError ? Kind.LINKAGE : Kind.THREW, where, what(thrown));
    }

    /** Names the class that a bundle does not find, and the package that it has probably forgotten to import. */
    private static String what(Throwable thrown) {
        String missing = String.valueOf(thrown.getMessage()).replace('/', '.');
        int end = missing.lastIndexOf('.');
        if (!(thrown instanceof NoClassDefFoundError) || !CLASS.matcher(missing).matches()) {
            return thrown.toString();
        }
        return missing + " (does its manifest import " + missing.substring(0, end) + "?)";
    }

    /** Knows which classes are an extension's. */
    @FunctionalInterface
    public interface ClassOwner {
        boolean has(String className);
    }
}
