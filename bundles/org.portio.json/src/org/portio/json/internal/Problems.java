// SPDX-License-Identifier: EPL-2.0
package org.portio.json.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what is wrong with a file: the first few problems in words, of all others their number. */
public final class Problems implements Consumer<String> {

    private static final int MOST = 5;
    /** An entry without its end is as long as the rest of the file. */
    private static final int LONGEST = 200;

    private final List<String> first = new ArrayList<>();
    private long others;

    @Override
    public void accept(String problem) {
        if (first.size() < MOST) {
            first.add(problem.length() > LONGEST ? problem.substring(0, LONGEST) + "..." : problem);
        } else {
            others++;
        }
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    /** Returns all of it in one line. */
    @Override
    public String toString() {
        String told = String.join("; ", first);
        return others == 0 ? told : told + "; " + others + " more problems";
    }
}
