// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.filter.Filter;

class FollowedFilterTest {

    @Test
    void ofAListenerAllIsShownThatEverHadItsPort() throws Exception {
        assertEquals("protocol:tcp localPort:8080", understood(FollowedFilter.of(tcp("0.0.0.0:8080", null))));
    }

    @Test
    void ofAConnectionAllIsShownBetweenTheSameEnds() throws Exception {
        assertEquals(
                "protocol:tcp localPort:50000 remoteAddress:192.0.2.1:443",
                understood(FollowedFilter.of(tcp("10.0.0.1:50000", "192.0.2.1:443"))));
        assertEquals(
                "protocol:tcp localPort:50000 remoteAddress:[::1]:443",
                understood(FollowedFilter.of(tcp("[::1]:50000", "[::1]:443"))));
    }

    private static Connection tcp(String local, String remote) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse(local))
                .remote(remote == null ? null : Endpoint.parse(remote))
                .build();
    }

    /** Returns the filter if the view History takes it. */
    private static String understood(String filter) throws Exception {
        var columns = HistoryColumns.model().columns();
        Filter.parse(filter, columns, columns);
        return filter;
    }
}
