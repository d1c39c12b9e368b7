// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.record.internal.store.Samples.ask;
import static org.portio.record.internal.store.Samples.ids;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.outgoing;
import static org.portio.record.internal.store.Samples.record;
import static org.portio.record.internal.store.Samples.second;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.address.Network;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.Condition;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.InNetworks;
import org.portio.record.Question;
import org.portio.record.RecentHistory;
import org.portio.record.Recording;

/**
 * Random questions to many segments, to memory and to a plain list, which all answer the same. The environment variable
 * PORTIO_ROUNDS sets how many; the build asks some.
 */
class RandomQuestionsTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "100"));
    private static final int ACCOUNTS = 4000;
    private static final int SECONDS = 10_000;

    private static final List<String> KINDS = List.of("10.0.%d.%d", "::ffff:10.0.%d.%d", "fd00:%d::%d", "250.%d.0.%d");
    private static final List<InetAddress> ADDRESSES = IntStream.range(0, 80)
            .mapToObj(i -> Addresses.parse(KINDS.get(i % KINDS.size()).formatted(i % 9, i)))
            .toList();

    private final Random random = new Random(8);
    /** The last account told of each socket. */
    private final Map<Long, Account> told = new TreeMap<>();

    @TempDir
    private Path home;

    @Test
    void haveTheSameAnswersAsAPlainList() throws Exception {
        Folder folder = new Folder(home);
        RecentHistory memory = Histories.inMemory(Duration.ofDays(36_500));
        try (Recording recording = record(home);
                History history = Histories.in(home, Samples::fail)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                Account account = moved(next(i));
                told.put(account.id(), account);
                recording.account(account);
                memory.account(account);
                if (i % (ACCOUNTS / 3) == ACCOUNTS / 4) {
                    nextSegment(folder);
                }
            }
            recording.flush();
            for (int round = 0; round < ROUNDS; round++) {
                Question question = question();
                check(question, history.ask(question), "stored, " + round);
                check(question, memory.ask(question), "in memory, " + round);
            }
        }
        assertEquals(told.size(), ask(home, Samples.ALL).total());
    }

    /** Returns a new account, the end of one that is open, or one that is told again after its end. */
    private Account next(int number) {
        long id = random.nextInt(4) == 0 ? random.nextInt(number + 1) : number;
        int opened = random.nextInt(SECONDS);
        long closed = random.nextInt(8) == 0 ? -1 : opened + random.nextInt(random.nextInt(20) == 0 ? SECONDS : 20);
        return random.nextBoolean()
                ? listener(id, 1 + random.nextInt(60), "process-" + random.nextInt(9), opened, closed)
                : outgoing(id, 1 + random.nextInt(60), 1 + random.nextInt(60), opened, closed);
    }

    /** Returns the same with other addresses. */
    private Account moved(Account account) {
        Connection connection = account.connection();
        Connection.Builder moved = connection.with().local(moved(connection.local()));
        if (connection.remote() != null) {
            moved.remote(moved(connection.remote()));
        }
        return new Account(
                account.id(),
                moved.build(),
                account.role(),
                account.opened(),
                account.closed(),
                account.states(),
                account.directories(),
                account.traffic());
    }

    private Endpoint moved(Endpoint end) {
        NetInterface at = random.nextInt(5) == 0 ? new NetInterface(2, "eth0") : NetInterface.NONE;
        return new Endpoint(ADDRESSES.get(random.nextInt(ADDRESSES.size())), end.port(), at);
    }

    private static void nextSegment(Folder folder) throws Exception {
        long last = folder.list().last();
        Files.createFile(folder.request());
        while (folder.list().closed().isEmpty() || folder.list().closed().lastKey() < last) {
            Thread.sleep(20);
        }
    }

    private Question question() {
        Instant from = second(random.nextInt(SECONDS));
        Instant until = random.nextBoolean() ? from : from.plusSeconds(random.nextInt(SECONDS));
        int port = random.nextInt(70);
        String process = "process-" + random.nextInt(10);
        IntPredicate ports = random.nextBoolean() ? Question.ANY_PORT : other -> other == port || other == port + 7;
        Predicate<Connection> traits = switch (random.nextInt(3)) {
            case 0 -> c -> c.processText().equals(process);
            case 1 -> c -> c.protocol() == Protocol.TCP && c.remote() != null;
            default -> Question.ANY;
        };
        Predicate<Connection> filter = random.nextInt(4) == 0 ? c -> c.local().port() % 3 == 0 : Question.ANY;
        return new Question(from, until, ports, traits, conditions(), filter, 1 + random.nextInt(50));
    }

    private List<Condition> conditions() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(_ -> condition()).toList();
    }

    /** Returns a condition on addresses, ports or traits, or one that any of two such meets. */
    private Condition condition() {
        int net = random.nextInt(9);
        Predicate<Endpoint> inNet = end -> end.port() == 0 && end.address().getAddress()[2] % 9 == net;
        Predicate<Endpoint> host = end -> end.address().equals(ADDRESSES.get(net));
        int port = random.nextInt(70);
        Condition one = switch (random.nextInt(10)) {
            case 0 -> Condition.ofAddresses(inNet, null);
            case 1 -> Condition.ofAddresses(null, inNet);
            case 2 -> Condition.ofAddresses(host, host.or(inNet));
            case 3 -> Condition.ofAddresses(null, host.negate());
            case 4 -> Condition.ofPorts(other -> other < port, null);
            case 5 -> Condition.ofPorts(null, other -> other != port);
            case 6 -> Condition.ofAddresses(null, network());
            case 7 -> Condition.ofAddresses(network().negate(), network());
            case 8 -> Condition.ofAddresses(network(), network()).or(Condition.ofAddresses(null, network()));
            default ->
                Condition.ofTraits(c -> c.remote() == null || c.processText().equals("process-" + net));
        };
        return random.nextInt(3) == 0 ? one.or(condition()) : one;
    }

    private InNetworks network() {
        InetAddress address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
        int bits = 8 * address.getAddress().length;
        return InNetworks.of(
                List.of(new Network(address, bits - random.nextInt(random.nextBoolean() ? 1 + bits : 20))));
    }

    private void check(Question question, Answer answer, String round) {
        List<Account> all = told.values().stream()
                .filter(account -> account.mayOverlap(question.from(), question.until()))
                .filter(account -> hasPort(account.connection(), question.ports()))
                .filter(account -> question.traits().test(account.connection()))
                .filter(account ->
                        question.conditions().stream().allMatch(condition -> condition.test(account.connection())))
                .filter(account -> question.filter().test(account.connection()))
                .sorted(Comparator.comparing(
                                (Account account) -> account.opened().latest())
                        .thenComparing(Account::id))
                .toList();
        assertEquals(all.size(), answer.total(), round + ": " + question);
        List<Account> newest = all.subList(Math.max(0, all.size() - question.limit()), all.size());
        assertEquals(newest.stream().map(Account::id).toList(), ids(answer), round + ": " + question);
        assertEquals(newest, answer.accounts(), round);
    }

    private static boolean hasPort(Connection connection, IntPredicate ports) {
        return ports.test(connection.local().port())
                || connection.remote() != null && ports.test(connection.remote().port());
    }
}
