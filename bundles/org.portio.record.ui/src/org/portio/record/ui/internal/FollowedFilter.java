// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import org.portio.core.Connection;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/** Makes the filter of the view History that follows a connection into the past. */
final class FollowedFilter {

    private FollowedFilter() {}

    /** Returns the filter for all that ever had this port, or of a connection, for all between the same ends. */
    static String of(Connection row) {
        String protocol = "protocol:" + row.protocol().label();
        return row.remote() == null
                ? protocol + " localPort:" + row.local().port()
                : protocol + " localPort:" + row.local().port() + " remoteAddress:" + text(row.remote());
    }

    private static String text(Endpoint end) {
        String address = Addresses.unscoped(end.address());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + end.port();
    }
}
