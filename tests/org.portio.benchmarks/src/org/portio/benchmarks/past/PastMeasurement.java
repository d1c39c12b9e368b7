// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.past;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.benchmarks.report.Samples;
import org.portio.core.Protocol;
import org.portio.core.address.Network;
import org.portio.record.Account;
import org.portio.record.Condition;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.InNetworks;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.Recording;
import org.portio.record.Retention;

/** Records a day of a busy machine, made up and as fast as possible, and asks about it. */
public final class PastMeasurement implements AutoCloseable {

    public static final String BYTES = "bytes a connection on the disk";
    public static final String RATE = "accounts told, per second of processor time";

    private static final Retention ALL = new Retention(Duration.ofDays(365), Long.MAX_VALUE);
    private static final Duration DAY = Duration.ofHours(23);
    private static final int PART = 50_000;
    /** The number that the command line asks for. */
    private static final int LIMIT = 1000;

    private static final int WARM_UP = 10;
    private static final String NOBODY = "203.0.113.77";
    private static final String NETWORK = "10.0.0.0/8";
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Path folder;
    private final int connections;
    private final int clients;
    private final Instant begin = Instant.now().minus(DAY);

    /** Prepares a history of so many connections with so many clients, in a folder that is deleted afterwards. */
    public PastMeasurement(int connections, int clients) throws IOException {
        this.connections = connections;
        this.clients = clients;
        folder = Files.createTempDirectory("portio-past");
    }

    /** Records, and returns what that took. */
    public SequencedMap<String, Double> record() throws IOException {
        MadeUpPast past = new MadeUpPast(begin, DAY.dividedBy(connections), clients);
        PriorityQueue<Account> open = new PriorityQueue<>(
                Comparator.comparing(account -> account.closed().latest()));
        long told = 0;
        long time = 0;
        try (Recording recording = Histories.record(folder, ALL, aside -> {
            throw new IllegalStateException(aside.text());
        })) {
            for (int made = 0; made < connections; made += PART) {
                List<Account> part = part(past, open, Math.min(PART, connections - made));
                long before = system.getProcessCpuTime();
                for (Account account : part) {
                    recording.account(account);
                }
                recording.coverage(new Coverage(begin, past.now(), Set.of(Evidence.SNAPSHOT), made, made, 0));
                time += system.getProcessCpuTime() - before;
                told += part.size();
            }
            time -= system.getProcessCpuTime();
        } catch (RecordException e) {
            throw new IOException(e);
        }
        time += system.getProcessCpuTime();
        SequencedMap<String, Double> results = new LinkedHashMap<>();
        results.put(BYTES, (double) size() / connections);
        results.put(RATE, told / (time / NANOS));
        return results;
    }

    /** Makes connections, and tells the ends that come meanwhile; the making is not measured. */
    private static List<Account> part(MadeUpPast past, PriorityQueue<Account> open, int count) {
        List<Account> part = new ArrayList<>(2 * count);
        for (int i = 0; i < count; i++) {
            Account account = past.next();
            part.add(MadeUpPast.seen(account));
            open.add(account);
            while (open.peek() != null && open.peek().closed().latest().isBefore(past.now())) {
                part.add(open.poll());
            }
        }
        return part;
    }

    private long size() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** Asks each question so often, after it has been asked some times, and returns the times. */
    public SequencedMap<String, Samples> ask(int rounds) throws IOException {
        SequencedMap<String, Samples> results = new LinkedHashMap<>();
        try (History history = Histories.in(folder, _ -> results.clear())) {
            for (Map.Entry<String, Question> question : questions(begin).entrySet()) {
                long[] nanos = new long[rounds];
                for (int round = -WARM_UP; round < rounds; round++) {
                    long start = System.nanoTime();
                    history.ask(question.getValue().limitedTo(LIMIT));
                    nanos[Math.max(0, round)] = System.nanoTime() - start;
                }
                results.put(question.getKey(), Samples.ofNanos(nanos));
            }
        } catch (RecordException e) {
            throw new IOException(e);
        }
        return results;
    }

    private static SequencedMap<String, Question> questions(Instant begin) {
        Instant middle = begin.plus(DAY.dividedBy(2));
        Question day = Question.between(begin, begin.plus(DAY));
        Question moment = Question.between(middle, middle);
        Question hour = Question.between(middle, middle.plusSeconds(3600));
        SequencedMap<String, Question> questions = new LinkedHashMap<>();
        questions.put("all of the day", day);
        questions.put("port 443, the day", day.about(port -> port == 443));
        questions.put("port 50000, the day", day.about(port -> port == 50_000));
        questions.put("a port that nobody had, the day", day.about(port -> port == 9999));
        questions.put("a process, the day", day.having(c -> c.processText().equals("program-7")));
        questions.put(
                "a process at port 443, the day",
                day.about(port -> port == 443).having(c -> c.processText().equals("program-7")));
        questions.put("all at a moment", moment);
        questions.put("port 5432 at a moment", moment.about(port -> port == 5432));
        questions.put("port 22, an hour", hour.about(port -> port == 22));
        questions.put(
                "all of a client, the day",
                day.meeting(Condition.ofAddresses(null, in(MadeUpPast.CLIENT.addressText()))));
        questions.put(
                "all from or to a network (1/256), the day",
                day.meeting(Condition.ofAddresses(in(NETWORK), in(NETWORK))));
        questions.put(
                "a network at port 443, the day",
                day.about(port -> port == 443).meeting(Condition.ofAddresses(null, in(NETWORK))));
        questions.put(
                "an address that nobody had, the day", day.meeting(Condition.ofAddresses(in(NOBODY), in(NOBODY))));
        questions.put(
                "all outside a network, an hour",
                hour.meeting(Condition.ofAddresses(null, in(NETWORK).negate())));
        questions.put("a user, the day", day.having(c -> c.user().name().equals("ann")));
        questions.put(
                "a control group, the day", day.having(c -> c.group().path().endsWith("program-7")));
        questions.put("UDP, an hour", hour.having(c -> c.protocol() == Protocol.UDP));
        return questions;
    }

    private static InNetworks in(String network) {
        return InNetworks.of(List.of(Network.parse(network)));
    }

    /** Names all questions. */
    public static List<String> names() {
        return List.copyOf(questions(Instant.EPOCH).keySet());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
