// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.ui.internal.namespace.NamespaceScope.Seen;

class NamespaceMenuTest {

    @Test
    void anEntrySaysWhatIsInTheNamespace() {
        assertEquals("blue (1 socket)", NamespaceMenu.label(new Seen("blue", 1, List.of())));
        assertEquals(
                "net:[4026532177] \u2013 db, shop/web-7d4f/nginx (12 sockets)",
                NamespaceMenu.label(new Seen("net:[4026532177]", 12, List.of("db", "shop/web-7d4f/nginx"))));
    }
}
