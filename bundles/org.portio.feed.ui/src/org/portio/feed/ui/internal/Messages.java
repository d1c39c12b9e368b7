// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String AllowHandler_job;
    public static String AllowHandler_made;
    public static String AllowHandler_message;
    public static String AllowHandler_title;
    public static String FeedColumns_address;
    public static String FeedColumns_details;
    public static String FeedColumns_json;
    public static String FeedColumns_name;
    public static String FeedColumns_or;
    public static String FeedColumns_port;
    public static String FeedColumns_process;
    public static String FeedColumns_protocol;
    public static String FeedColumns_time;
    public static String FeedColumns_topic;
    public static String FeedColumns_what;
    public static String FeedList_noKeeper;
    public static String FeedList_paused;
    public static String FeedPane_events;
    public static String FeedPane_filterExamples;
    public static String FeedPane_filterHint;
    public static String FeedPane_key;
    public static String FeedPane_noMatch;
    public static String FeedPane_nobody;
    public static String FeedPane_plain;
    public static String FeedPane_snapshots;
    public static String FeedText_allowed;
    public static String FeedText_everybody;
    public static String FeedText_failing;
    public static String FeedText_noKeeper;
    public static String FeedText_nobody;
    public static String FeedText_off;
    public static String FeedText_on;
    public static String FeedText_overruns;
    public static String FeedView_empty;
    public static String FeedView_filterExamples;
    public static String FeedView_filterHint;
    public static String FeedView_loading;
    public static String FeedView_many;
    public static String FeedView_noMatch;
    public static String FeedView_one;
    public static String RevokeHandler_job;
    public static String RevokeHandler_message;
    public static String RevokeHandler_nobody;
    public static String RevokeHandler_title;
    public static String StartFeedDialog_plain;
    public static String StartFeedDialog_warning;
    public static String StartFeedHandler_job;
    public static String StartFeedHandler_message;
    public static String StartFeedHandler_title;
    public static String StopFeedHandler_job;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
