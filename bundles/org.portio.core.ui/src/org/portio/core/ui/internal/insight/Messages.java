// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.insight;

import org.eclipse.osgi.util.NLS;

/** Texts of this package for the user. */
public final class Messages extends NLS {

    public static String InsightColumns_advice;
    public static String InsightColumns_evidence;
    public static String InsightColumns_rule;
    public static String InsightColumns_severity;
    public static String InsightColumns_what;
    public static String InsightList_noService;
    public static String InsightPane_name;
    public static String InsightPane_none;
    public static String InsightPane_seen;
    public static String InsightPane_try;
    public static String InsightsView_empty;
    public static String InsightsView_filterExamples;
    public static String InsightsView_filterHint;
    public static String InsightsView_loading;
    public static String InsightsView_many;
    public static String InsightsView_noMatch;
    public static String InsightsView_one;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
