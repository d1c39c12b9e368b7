// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.util.List;
import org.portio.feed.FeedReport;

/**
 * The state of the feed, and of its keys.
 *
 * @param report null if it is not known yet
 * @param allowed names of who may read it
 */
record FeedState(FeedReport report, List<String> allowed) {

    static final FeedState UNKNOWN = new FeedState(null, List.of());
}
