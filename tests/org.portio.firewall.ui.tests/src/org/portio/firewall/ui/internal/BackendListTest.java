// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.testing.Faults;

class BackendListTest {

    private final BackendList list = new BackendList(List.of());

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyBackendTakesNothingFromTheOthers(Faults fault) {
        list.addBackend(backend(fault::instead), Map.of("service.ranking", 9));
        list.addBackend(backend(() -> "well"), Map.of());

        // On a slow machine the other one is also late: then it is asked again.
        assertTimeoutPreemptively(Faults.PATIENCE, () -> {
            while (!list.names().equals(List.of("well"))) {
                Thread.onSpinWait();
            }
        });
        assertEquals(List.of("well"), list.names());
    }

    /** Creates one that answers with its name, and to nothing else. */
    private static FirewallBackend backend(Supplier<String> name) {
        return (FirewallBackend) Proxy.newProxyInstance(
                FirewallBackend.class.getClassLoader(),
                new Class<?>[] {FirewallBackend.class},
                (_, method, _) -> "name".equals(method.getName()) ? name.get() : null);
    }
}
