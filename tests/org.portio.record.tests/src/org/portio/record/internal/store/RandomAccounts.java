// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.KernelUse;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.system.User;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;
import org.portio.record.Traffic;

/** Accounts with all fields, any of which may be extreme or missing. */
final class RandomAccounts {

    private static final List<String> TEXTS =
            List.of("", "java", "naïve\u0000\n", "日本語 \uD83D\uDE00", "half \uD800 of a pair", "x".repeat(70_000));
    private static final long[] NUMBERS = {0, 1, -1, 127, 128, 65_536, Long.MAX_VALUE, Long.MIN_VALUE};

    private final Random random;

    RandomAccounts(long seed) {
        random = new Random(seed);
    }

    Account next(long id) {
        Protocol protocol = any(Protocol.values());
        Connection connection = connection(protocol);
        return new Account(
                id,
                connection,
                any(Role.values()),
                moment(),
                random.nextBoolean() ? null : moment(),
                states(),
                connection.owners().stream()
                        .filter(_ -> random.nextBoolean())
                        .collect(Collectors.toMap(ProcessInfo::pid, _ -> text(), (one, _) -> one)),
                random.nextBoolean() ? null : traffic());
    }

    private Connection connection(Protocol protocol) {
        AddressFamily family = any(AddressFamily.values());
        List<ProcessInfo> owners =
                IntStream.range(0, random.nextInt(3)).mapToObj(_ -> process()).toList();
        return Connection.of(protocol, family, end(family))
                .remote(random.nextBoolean() ? null : end(family))
                .state(random.nextInt(4) == 0 ? null : any(TcpState.values()))
                .owners(owners, any(Ownership.values()))
                .user(user())
                .queues(random.nextBoolean() ? null : new Queues(number(), number()))
                .inode(number())
                .group(ControlGroup.of(text()))
                .namespace(text())
                .kernelUse(new KernelUse(text(), text(), random.nextBoolean()))
                .platformKey(number())
                .build();
    }

    private Endpoint end(AddressFamily family) {
        byte[] bytes = new byte[family == AddressFamily.IPV4 || random.nextInt(5) == 0 ? 4 : 16];
        random.nextBytes(bytes);
        NetInterface at = random.nextBoolean() ? NetInterface.NONE : new NetInterface(random.nextInt(), text());
        return new Endpoint(Addresses.of(bytes), random.nextInt(65_536), at);
    }

    private ProcessInfo process() {
        return new ProcessInfo(
                number(), random.nextBoolean() ? null : time(), text(), text(), text(), user(), number());
    }

    private User user() {
        return random.nextBoolean() ? null : new User(text(), text());
    }

    private Moment moment() {
        Instant one = time();
        Instant other = random.nextBoolean() ? one : time();
        Evidence evidence = any(Evidence.values());
        return one.isBefore(other) ? new Moment(one, other, evidence) : new Moment(other, one, evidence);
    }

    private Instant time() {
        return switch (random.nextInt(12)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            case 2 -> Instant.parse("-200000-01-01T00:00:00Z");
            default ->
                Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000_000))
                        .truncatedTo(ChronoUnit.MICROS);
        };
    }

    private Traffic traffic() {
        Duration roundTrip = random.nextBoolean() ? null : Duration.ofNanos(number());
        return new Traffic(number(), number(), roundTrip, number());
    }

    private Set<TcpState> states() {
        List<TcpState> states = new ArrayList<>();
        IntStream.range(0, random.nextInt(4)).forEach(_ -> states.add(any(TcpState.values())));
        return Set.copyOf(states);
    }

    Map<Long, Account> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> next(random.nextInt(50) == 0 ? number() : i))
                .collect(Collectors.toMap(Account::id, account -> account, (_, later) -> later));
    }

    private String text() {
        // The longest is rare: there are many texts.
        String text = any(TEXTS.toArray(String[]::new));
        return text.length() > 100 && random.nextInt(50) != 0 ? "process-" + random.nextInt(10) : text;
    }

    private long number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextInt(1_000_000);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
