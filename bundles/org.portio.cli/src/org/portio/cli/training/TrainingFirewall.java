// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portio.cli.SystemServices;
import org.portio.cli.command.Services;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.Places;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.Firewalls;

/**
 * A firewall for the training alone: nftables answers as it does in earnest, but from here. It asks and changes nothing of
 * the system, and asks for no password. The journal is in a folder that is gone afterwards.
 */
final class TrainingFirewall extends SystemServices implements CommandRunner {

    private static final Pattern TAG = Pattern.compile("\"comment\":\"([^\"]+)\"");
    private static final String NO_TABLE = "Error: No such file or directory\nlist table inet portio\n";
    /** The output of nft 1.0.6 for a block of TCP 8080. */
    private static final String LISTING = """
            {"nftables": [{"metainfo": {"version": "1.0.6", "release_name": "Lester Gooch #5", "json_schema_version": 1}},
             {"table": {"family": "inet", "name": "portio", "handle": 1}},
             {"chain": {"family": "inet", "table": "portio", "name": "inbound", "handle": 1, "type": "filter",
             "hook": "prerouting", "prio": -150, "policy": "accept"}},
             {"chain": {"family": "inet", "table": "portio", "name": "outbound", "handle": 2, "type": "filter",
             "hook": "output", "prio": -150, "policy": "accept"}},
             {"rule": {"family": "inet", "table": "portio", "chain": "inbound", "handle": 4, "comment": "%s", "expr": [
             {"match": {"op": "!=", "left": {"meta": {"key": "iifname"}}, "right": "lo"}},
             {"match": {"op": "==", "left": {"fib": {"result": "type", "flags": ["daddr"]}},
             "right": {"set": ["local", "broadcast", "anycast", "multicast"]}}},
             {"match": {"op": "==", "left": {"&": [{"payload": {"protocol": "tcp", "field": "flags"}},
             ["fin", "syn", "rst", "ack"]]}, "right": "syn"}},
             {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 8080}},
             {"counter": {"packets": 0, "bytes": 0}}, {"reject": {"type": "tcp reset"}}]}}]}
            """;

    private static final String REQUEST =
            "{\"version\":1,\"backend\":\"nftables\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}";

    private final Path home;
    /** Tag of the only rule there is; empty for none. */
    private String tag = "";

    private TrainingFirewall(Path home) {
        this.home = home;
    }

    /** Runs the commands and returns their exit codes; one that fails has not loaded what it needs in earnest. */
    static List<Integer> perform() throws IOException {
        Path home = Files.createTempDirectory("portio-training");
        try {
            Services services = new TrainingFirewall(home);
            // This also starts processes.
            CommandRunner.ofSystem().run(List.of("true"), "", Duration.ofSeconds(10));
            return List.of(
                    CacheTraining.perform(services, "block", "8080", "TCP", "--dry-run"),
                    CacheTraining.perform(services, "block", "8080", "TCP", "--yes"),
                    CacheTraining.perform(services, "blocks"),
                    CacheTraining.perform(services, "firewall-helper"),
                    CacheTraining.perform(services, "unblock", "8080", "TCP", "--yes"));
        } finally {
            delete(home);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public List<FirewallBackend> ownFirewallBackends() {
        return Firewalls.backendsOver(this);
    }

    @Override
    protected Places places() {
        return new Places(home, home, home, home);
    }

    @Override
    public InputStream input() {
        return new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) {
        if (!"nft".equals(command.getFirst())) {
            return new Result(1, "", "there is nothing but nftables");
        }
        if (!input.isEmpty()) {
            Matcher added = TAG.matcher(input);
            tag = added.find() ? added.group(1) : "";
        }
        boolean fails = tag.isEmpty() && command.contains("table");
        return fails ? new Result(1, "", NO_TABLE) : new Result(0, LISTING.formatted(tag), "");
    }
}
