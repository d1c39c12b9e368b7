// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.util.ArrayList;
import java.util.List;

/** Messages for the user, for the log and for clients that ask. */
final class Reports {

    private static final int MOST = 1000;

    private final List<String> reports = new ArrayList<>();

    synchronized void add(String report) {
        System.getLogger(Reports.class.getName()).log(System.Logger.Level.WARNING, report);
        if (reports.size() < MOST) {
            reports.add(report);
        }
    }

    synchronized List<String> all() {
        return List.copyOf(reports);
    }
}
