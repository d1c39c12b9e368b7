// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Makes the workbench use a fake instead of its service. */
final class Published {

    private Published() {}

    /** Publishes the fake; returns the registration, to be undone at the end of the test. */
    static <S> ServiceRegistration<S> inPlaceOfAll(Class<S> type, S service) {
        return FrameworkUtil.getBundle(Published.class)
                .getBundleContext()
                .registerService(
                        type, service, FrameworkUtil.asDictionary(Map.of("service.ranking", Integer.MAX_VALUE)));
    }
}
