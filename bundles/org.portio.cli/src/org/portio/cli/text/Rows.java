// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.List;
import java.util.stream.Stream;

/** Works on the rows of a table, of which there may be tens of thousands. */
public final class Rows {

    private static final int MANY = 2000;

    private Rows() {}

    /** Streams on all processors if that pays: code that has just started runs slowly. */
    public static <T> Stream<T> stream(List<T> rows) {
        return rows.size() < MANY ? rows.stream() : rows.parallelStream();
    }
}
