// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallException.Kind;
import org.portio.testing.FakeFirewall;

class BlocksSourceTest {

    private final FakeFirewall firewall = new FakeFirewall();
    private final BlockList list = new BlockList();
    private final Block block = Blocks.of(Blocks.tcp("8080"));

    @Test
    void thereMayBeSomeAsLongAsNobodyHasLooked() {
        assertEquals(BlocksSource.SOME, BlocksSource.value(FirewallState.UNKNOWN));
    }

    @Test
    void thereAreNoneOnceTheFirewallHasSaidSo() {
        list.setFirewall(firewall);
        list.refresh();
        assertEquals(BlocksSource.NONE, BlocksSource.value(list.state()));

        firewall.add(block);
        list.refresh();
        assertEquals(BlocksSource.SOME, BlocksSource.value(list.state()));
    }

    @Test
    void thereMayBeSomeIfTheFirewallRefusesToSay() {
        list.setFirewall(firewall);
        firewall.failWith(new FirewallException(Kind.PERMISSION, "you may not"));
        list.refresh();

        assertEquals(List.of(), list.state().blocks());
        assertEquals(BlocksSource.SOME, BlocksSource.value(list.state()));
    }
}
