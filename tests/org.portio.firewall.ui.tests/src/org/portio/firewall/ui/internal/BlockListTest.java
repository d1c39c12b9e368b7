// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.SetAside;
import org.portio.core.system.Subscription;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Outlook;
import org.portio.firewall.SystemRules;
import org.portio.testing.FakeFirewall;
import org.portio.ui.list.ListState;

class BlockListTest {

    private final FakeFirewall firewall = new FakeFirewall();
    private final Block block = Blocks.of(Blocks.tcp("8080"));
    private final BlockList list = new BlockList();

    @Test
    void withoutAFirewallItSaysSo() {
        list.refresh();

        assertTrue(list.state().failure().getMessage().startsWith("The part of PortIO that changes the firewall"));
        assertThrows(FirewallException.class, list::firewall);
    }

    @Test
    void aFirewallMayComeAndGo() {
        list.setFirewall(firewall);
        firewall.add(block);
        list.refresh();
        assertEquals(List.of(block), list.blocks());
        assertEquals("fake", list.backend().name());

        list.unsetFirewall(firewall);
        assertEquals(List.of(), list.state().rows());
    }

    @Test
    void aFailureKeepsWhatWasKnownUntilItIsOver() {
        list.setFirewall(firewall);
        firewall.add(block);
        list.refresh();
        FirewallException failure = new FirewallException(Kind.PERMISSION, "you may not");
        firewall.failWith(failure);

        list.refresh();
        assertSame(failure, list.state().failure());
        assertEquals(List.of(block), list.state().rows());

        firewall.failWith(null);
        list.refresh();
        assertNull(list.state().failure());
    }

    @Test
    void tellsForADayOfADamagedJournalAlsoIfTheFirewallFails() {
        Path file = Path.of("/x/firewall_journal.json");
        SetAside old = new SetAside(file, Path.of("/x/copy-1"), Instant.EPOCH, "");
        SetAside today = new SetAside(file, Path.of("/x/copy-2"), Instant.now(), "it is empty");
        list.setFirewall(firewall);
        firewall.setDamage(List.of(old, today));
        firewall.failWith(new FirewallException(Kind.PERMISSION, "you may not"));

        list.refresh();
        assertEquals(
                "It is a fake; start PortIO as root to change it.\n" + today.text(),
                list.state().note().more());

        firewall.setDamage(List.of());
        list.refresh();
        assertEquals(
                "It is a fake; start PortIO as root to change it.",
                list.state().note().more());
    }

    @Test
    void readsAllRulesOfTheSystemEvenWhereTheFirewallFails() {
        Outlook outlook = _ -> new Outlook.Judgement(Outlook.Answer.OPEN, "");
        SystemRules rules = () -> outlook;
        list.setRules(rules);
        list.refresh();
        assertSame(outlook, list.outlook());

        list.unsetRules(rules);
        list.refresh();
        assertSame(Outlook.UNKNOWN, list.outlook());
    }

    @Test
    void tellsEachChangeUntilItIsNotWantedAnyMore() {
        List<ListState<Block>> told = new ArrayList<>();
        Subscription subscription = list.onChange(told::add);
        list.changed(List.of(block));
        subscription.close();
        list.changed(List.of());

        assertEquals(1, told.size());
        assertEquals(List.of(block), told.getFirst().rows());
    }
}
