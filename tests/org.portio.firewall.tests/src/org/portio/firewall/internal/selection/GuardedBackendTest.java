// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.Contribution;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.MemoryBackend;
import org.portio.firewall.internal.NotingBackend;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.testing.Faults;

class GuardedBackendTest {

    private static final BlockRequest WEB = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    private final MemoryBackend well = new MemoryBackend("well");

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aBackendWithoutANameIsLeftOut(Faults fault) {
        List<FirewallBackend> backends = assertTimeoutPreemptively(
                Faults.PATIENCE,
                () -> BuiltInBackends.byRanking(
                        List.of(),
                        List.of(
                                Map.entry(Map.of("service.ranking", 999), new FaultyBackend(fault, fault)),
                                Map.entry(Map.of("service.ranking", 1), well))));

        assertEquals(
                List.of("well"), backends.stream().map(FirewallBackend::name).toList());
    }

    @ParameterizedTest
    @EnumSource(value = Faults.class, mode = EnumSource.Mode.EXCLUDE, names = "HANG")
    void aFaultyBackendIsAbsentAndFailsInWords(Faults fault) {
        FirewallBackend faulty = guarded(new FaultyBackend(null, fault));

        assertEquals(Status.ABSENT, faulty.availability().status());
        assertEquals(Set.of(), faulty.capabilities());
        FirewallException failure = assertThrows(FirewallException.class, faulty::list);
        assertEquals(
                "the firewall backend " + FaultyBackend.class.getName() + " failed; see the log", failure.getMessage());
    }

    @Test
    void whatABackendRefusesIsItsOwnWord() {
        FirewallException refusal = new FirewallException(FirewallException.Kind.PERMISSION, "not you");
        well.failure = refusal;
        FirewallBackend guarded = guarded(well);

        assertSame(
                refusal, assertThrows(FirewallException.class, () -> guarded.apply(new Change(List.of(), List.of()))));
    }

    @Test
    void aChangeThatTheBackendHasNotMadeFailsWhateverItSays() {
        FirewallBackend liar = guarded(new NotingBackend("liar"));

        FirewallException failure = assertThrows(FirewallException.class, () -> liar.apply(change(WEB)));

        assertEquals("liar reported success, but the block of TCP 8080 inbound is not there", failure.getMessage());
    }

    @Test
    void aBackendIsNotAskedForWhatItCannotDo() {
        NotingBackend simple = new NotingBackend("simple");

        FirewallException failure = assertThrows(
                FirewallException.class, () -> guarded(simple).apply(change(WEB.withDirection(Direction.OUTBOUND))));

        assertEquals(FirewallException.Kind.UNSUPPORTED, failure.kind());
        assertEquals("simple cannot block a port of other machines; another backend may", failure.getMessage());
        assertEquals(List.of(), simple.changes);
    }

    private static Change change(BlockRequest request) {
        RuleTag tag = new RuleTag(UUID.randomUUID(), "0", request.protocol(), request.ports(), request.direction());
        return new Change(List.of(new Rule(tag, request, null)), List.of());
    }

    private static FirewallBackend guarded(FirewallBackend backend) {
        return GuardedBackend.of(new ServiceBackend(new Contribution<>(backend, 0)))
                .orElseThrow();
    }

    /** Creates one with a fault in its name, null for none, and one in everything else. */
    private record FaultyBackend(Faults naming, Faults all) implements FirewallBackend {

        @Override
        public String name() {
            return naming == null ? "faulty" : naming.instead();
        }

        @Override
        public boolean isAutomatic() {
            return true;
        }

        @Override
        public Availability availability() {
            return all.instead();
        }

        @Override
        public Set<Capability> capabilities() {
            return all.instead();
        }

        @Override
        public List<AppliedRule> list() {
            return all.instead();
        }

        @Override
        public List<PlannedCommand> plan(Change change) {
            return all.instead();
        }

        @Override
        public void apply(Change change) {
            all.instead();
        }
    }
}
