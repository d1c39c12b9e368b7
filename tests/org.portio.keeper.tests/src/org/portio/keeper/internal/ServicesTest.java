// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.portio.keeper.Keeper;
import org.portio.keeper.internal.client.BundleVersion;
import org.portio.keeper.internal.client.RemoteKeeper;
import org.portio.keeper.internal.client.RemoteReservations;
import org.portio.keeper.internal.client.RemoteServers;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;

/** Tests what the workbench finds among its services. */
class ServicesTest {

    @Test
    void areAllThreeThere() {
        assertInstanceOf(RemoteKeeper.class, service(Keeper.class));
        assertInstanceOf(RemoteReservations.class, service(Reservations.class));
        assertInstanceOf(RemoteServers.class, service(TemporaryServers.class));
    }

    @Test
    void knowTheirVersion() {
        assertTrue(BundleVersion.ofThisBundle().matches("\\d+\\.\\d+\\.\\d+\\..+"), BundleVersion.ofThisBundle());
    }

    private static <T> T service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(Keeper.class).getBundleContext();
        return context.getService(context.getServiceReference(type));
    }
}
