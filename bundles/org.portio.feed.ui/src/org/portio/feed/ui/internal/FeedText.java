// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.time.ZoneId;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedStatus;
import org.portio.ui.Labels;
import org.portio.ui.TimeText;

/** Says how the feed stands, with links to the commands that change it. */
final class FeedText {

    private FeedText() {}

    /** Says whether it runs, since when and how much it publishes; or what to do if it does not. */
    static String state(FeedReport report, ZoneId zone) {
        if (report == null) {
            return Messages.FeedView_loading;
        }
        if (!report.isRunning()) {
            return off(report);
        }
        FeedStatus status = report.status();
        String text = NLS.bind(Messages.FeedText_on, new Object[] {
            TimeText.moment(status.since(), zone),
            String.format(Locale.ROOT, "%,d", status.sent()),
            String.format(Locale.ROOT, "%.1f", status.rate()),
        });
        return status.overruns() == 0 ? text : text + " " + NLS.bind(Messages.FeedText_overruns, status.overruns());
    }

    private static String off(FeedReport report) {
        if (!report.isOn()) {
            return Messages.FeedText_off;
        }
        return report.failure().isEmpty()
                ? Messages.FeedText_noKeeper
                : NLS.bind(Messages.FeedText_failing, Labels.line(report.failure()));
    }

    /** Says who may read it, unless everybody may. */
    static String keys(FeedState state) {
        FeedReport report = state.report();
        if (report != null && report.isRunning() && report.status().plain()) {
            return Messages.FeedText_everybody;
        }
        return state.allowed().isEmpty()
                ? Messages.FeedText_nobody
                : NLS.bind(Messages.FeedText_allowed, Labels.line(String.join(", ", state.allowed())));
    }
}
