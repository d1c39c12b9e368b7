// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.pf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.FileFailure;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.CommandBackend;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/**
 * pf of macOS: an anchor of PortIO's below Apple's own, which the system's rules include already. The rules of the anchor
 * are always loaded as a whole, so a change is done or not. pf is switched on with a token, which is kept in a file that a
 * restart removes as it removes the rules; giving it back leaves pf on for others who hold one.
 *
 * <p>Written from the documentation; tested by its commands only, and never seen on a macOS.
 */
public final class PfBackend extends CommandBackend {

    public static final Path TOKEN_FILE = Path.of("/var/run/portio-pf-token");

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ANCHOR = "com.apple/portio";
    private static final Pattern TOKEN = Pattern.compile("Token : (\\d+)");
    private static final PlannedCommand LIST = PlannedCommand.of("pfctl", "-a", ANCHOR, "-sr");
    private static final PlannedCommand ENABLE = PlannedCommand.of("pfctl", "-E");

    private final String osName;
    private final Path tokenFile;

    public PfBackend(CommandRunner runner, String osName, Path tokenFile) {
        super(
                "pf",
                runner,
                LIMIT,
                Capability.OUTBOUND,
                Capability.LOOPBACK,
                Capability.DROP,
                Capability.REJECT,
                Capability.SPARE_EXISTING,
                Capability.CUT_EXISTING,
                Capability.TIMED);
        this.osName = osName;
        this.tokenFile = tokenFile;
    }

    @Override
    public Availability probe() throws IOException {
        if (!osName.startsWith("Mac")) {
            return new Availability(Status.FOREIGN, "pf is for macOS");
        }
        Result result = ask("pfctl", "-sr");
        if (result.exitCode() != 0) {
            return new Availability(Status.NO_PERMISSION, "pf is available; using it needs root");
        }
        return result.out().contains("anchor \"com.apple/*\"")
                ? new Availability(Status.AVAILABLE, "pf, in the anchor " + ANCHOR)
                : new Availability(Status.ABSENT, "the rules of pf do not include com.apple/*", "see /etc/pf.conf");
    }

    @Override
    public Availability unusable(IOException failure) {
        return new Availability(Status.ABSENT, "pfctl cannot be run: " + failure.getMessage());
    }

    @Override
    public boolean isDenied(Result failed) {
        return failed.err().contains("Permission denied");
    }

    @Override
    public boolean mayHaveRules() {
        return osName.startsWith("Mac");
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        Map<UUID, RuleTag> tags = new LinkedHashMap<>();
        Map<UUID, List<String>> lines = new LinkedHashMap<>();
        for (String line : lines()) {
            PfRules.tag(line).ifPresent(tag -> {
                tags.put(tag.id(), tag);
                lines.computeIfAbsent(tag.id(), _ -> new ArrayList<>()).add(line);
            });
        }
        return tags.values().stream()
                .filter(tag -> lines.get(tag.id()).size()
                        >= Requests.ways(tag.direction()).size())
                .map(tag ->
                        new AppliedRule(tag, lines.get(tag.id()), -1, false, PfRules.terms(tag, lines.get(tag.id()))))
                .toList();
    }

    private List<String> lines() throws FirewallException {
        return commands.run(LIST).out().lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        Set<UUID> replaced =
                change.remove().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        change.add().forEach(rule -> replaced.add(rule.tag().id()));
        List<String> wanted = new ArrayList<>();
        for (String line : lines()) {
            Optional<RuleTag> tag = PfRules.tag(line);
            if (tag.isEmpty() || !replaced.contains(tag.get().id())) {
                wanted.add(line);
            }
        }
        List<PlannedCommand> timers = new ArrayList<>();
        for (Rule rule : change.add()) {
            wanted.addAll(PfRules.of(rule));
            if (rule.remaining() != null) {
                timers.add(PfTimer.of(rule, ANCHOR, tokenFile));
            }
        }
        // The timer waits before there is anything to end.
        return Stream.concat(timers.stream(), load(wanted).stream()).toList();
    }

    /** Loads these lines; switches pf on before the first, and gives the token back after the last. */
    private List<PlannedCommand> load(List<String> lines) throws FirewallException {
        List<PlannedCommand> planned = new ArrayList<>();
        Optional<String> token = token();
        if (!lines.isEmpty() && token.isEmpty()) {
            planned.add(ENABLE);
        }
        String input = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        planned.add(new PlannedCommand(List.of("pfctl", "-a", ANCHOR, "-f", "-"), input));
        if (lines.isEmpty() && token.isPresent()) {
            planned.add(PlannedCommand.of("pfctl", "-X", token.get()));
        }
        return planned;
    }

    private Optional<String> token() throws FirewallException {
        try {
            return Files.exists(tokenFile)
                    ? Optional.of(Files.readString(tokenFile).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new FirewallException(Kind.PERMISSION, "cannot read " + tokenFile + ": " + FileFailure.reason(e), e);
        }
    }

    @Override
    public void apply(Change change) throws FirewallException {
        if (change.isEmpty()) {
            return;
        }
        List<String> before = lines();
        List<PlannedCommand> planned = new ArrayList<>(plan(change));
        if (planned.removeIf(ENABLE::equals)) {
            enable();
        }
        commands.apply(this, change, planned, _ -> load(before));
        if (planned.getLast().command().contains("-X")) {
            forgetToken();
        }
    }

    private void enable() throws FirewallException {
        Result result = commands.run(ENABLE);
        Matcher token = TOKEN.matcher(result.out() + result.err());
        if (!token.find()) {
            throw new FirewallException(Kind.FAILED, "pfctl -E gave no token");
        }
        try {
            Files.writeString(tokenFile, token.group(1) + "\n");
        } catch (IOException e) {
            commands.run(PlannedCommand.of("pfctl", "-X", token.group(1)));
            throw new FirewallException(Kind.FAILED, "cannot write " + tokenFile + ": " + FileFailure.reason(e), e);
        }
    }

    private void forgetToken() throws FirewallException {
        try {
            Files.deleteIfExists(tokenFile);
        } catch (IOException e) {
            throw new FirewallException(Kind.FAILED, "cannot delete " + tokenFile + ": " + FileFailure.reason(e), e);
        }
    }
}
