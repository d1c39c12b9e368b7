// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.TextConverter;
import org.portio.cli.run.RunMember;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;
import org.portio.testrun.Holding;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Blocks ports with the system's firewall. */
public final class BlockCommand extends FirewallCommand {

    private final Argument<PortRange> ports =
            add(Argument.parameter(0, PortRange.class, "PORT[-PORT]", "The port, or a range of ports, 1 to 65535.")
                    .converters(PortConverter::range));

    private final Argument<Protocol> protocol =
            add(Argument.parameter(1, Protocol.class, "TCP|UDP", "The protocol to block."));

    private final Argument<String> direction = add(Argument.option(
                    "--direction",
                    String.class,
                    BlockCommand::direction,
                    "DIRECTION",
                    "inbound blocks local ports, outbound blocks ports of other machines, both blocks both (default:"
                            + " ${DEFAULT-VALUE}).")
            .completionCandidates(List.of("inbound", "outbound", "both"))
            .defaultValue("inbound"));

    private final OptionSpec reject = Argument.flag("--reject", "Refuse connections at once (the default).")
            .build();
    private final OptionSpec drop = Argument.flag("--drop", "Drop packets silently; clients wait until they time out.")
            .build();

    {
        addExclusive(reject, drop);
    }

    private final Argument<Boolean> loopback =
            add(Argument.flag("--loopback", "Also block connections within this machine."));

    private final Argument<Boolean> cut =
            add(Argument.flag("--cut", "Close existing connections; otherwise they stay open."));

    private final OptionSpec lasting = Argument.option(
                    "--for",
                    Duration.class,
                    IntervalConverter.lasting(),
                    "TIME",
                    "Unblock after this time: 30s, 15m, 2h, 1d, or seconds as a number. By default, the"
                            + " block lasts until it is removed.")
            .build();
    private final OptionSpec untilRestart = Argument.flag("--until-restart", "Unblock when this machine restarts.")
            .build();

    {
        addExclusive(lasting, untilRestart);
    }

    private final Argument<String> program = add(Argument.option(
            "--program", String.class, TextConverter::name, "PATH", "Block only this program, if the backend can."));

    private final Argument<String> controlGroup = add(Argument.option(
            "--cgroup",
            String.class,
            TextConverter::name,
            "PATH",
            "Block only this control group, such as /system.slice/web.service, if the backend can."));

    private final Argument<String> reason = add(Argument.option(
            "--reason", String.class, "TEXT", "Why, as a note to yourself; portio" + " blocks shows it."));

    private final Argument<String> backend = add(backendOption());

    private final Argument<Boolean> force = add(Argument.flag(
            "--force",
            "Block even if PortIO would refuse: the port of your own SSH session, or a port that"
                    + " another user blocked."));

    private final Argument<Boolean> dryRun = add(dryRunOption());

    private final Argument<Boolean> yes = add(yesOption());

    public BlockCommand() {
        super("By default, inbound connections are blocked and refused at once. Asks before it changes"
                + " anything, and gets the rights that it needs through pkexec or sudo, for this step only."
                + " Blocking the same port again replaces how long the block lasts.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        BlockRequest request = request();
        if (dryRun.value()) {
            return printPlan(firewall, firewall.plan(request));
        }
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        new BlockCautions(services()).of(request).forEach(output()::note);
        if (!confirmation.given()) {
            List<String> what = new ArrayList<>(
                    BlockText.describe(request, firewall.backend().capabilities()));
            what.add(with(firewall));
            confirmation.demand(what);
        }
        RunMember member = new RunMember(this);
        String run = member.joinFor(Holding.Kind.BLOCK);
        Block block = firewall.block(request.withRun(run), force.value());
        boolean isOwn = block.request().run().equals(run);
        if (isOwn && member.isOver(run)) {
            firewall.unblock(List.of(block.id()), false);
            throw RunMember.over(run);
        }
        output().println("Blocked " + block.request() + ".");
        member.tellIfOlder(run, block.request().run(), "the block");
        return ExitCode.OK;
    }

    private BlockRequest request() {
        return new BlockRequest(
                new Traffic(
                        ports.value(),
                        protocol.value(),
                        Direction.valueOf(direction.value().toUpperCase(Locale.ROOT)),
                        loopback.value()),
                new Treatment(Boolean.TRUE.equals(drop.getValue()) ? Verdict.DROP : Verdict.REJECT, cut.value()),
                new Subject(programPath(), controlGroupPath()),
                expiry(),
                reasonText());
    }

    private Expiry expiry() {
        if (lasting.getValue() != null) {
            return Expiry.after(lasting.getValue());
        }
        return Boolean.TRUE.equals(untilRestart.getValue()) ? Expiry.UNTIL_RESTART : Expiry.UNTIL_UNBLOCKED;
    }

    private String programPath() {
        String path = program.value();
        if (path == null) {
            return "";
        }
        checkText("--program", path);
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    private String controlGroupPath() {
        String group = controlGroup.value();
        if (group == null) {
            return "";
        }
        checkText("--cgroup", group);
        if (!group.startsWith("/") || group.length() < 2 || group.endsWith("/")) {
            throw wrongUsage("'" + group + "' is not a control group; write one such as /system.slice/web.service");
        }
        return group;
    }

    private String reasonText() {
        String text = reason.value();
        if (text == null) {
            return "";
        }
        if (!text.isEmpty()) {
            checkText("--reason", text);
        }
        return text;
    }

    private void checkText(String option, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw wrongUsage(option + " takes a single line of text");
        }
    }

    private static String direction(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inbound", "in" -> "inbound";
            case "outbound", "out" -> "outbound";
            case "both" -> "both";
            default ->
                throw new TypeConversionException(
                        "'" + text + "' is not a valid direction; choose from inbound, outbound, both");
        };
    }
}
