// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.TextConverter;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Blocks ports; {@link Blocking} does it. */
public final class BlockCommand extends FirewallCommand {

    final Argument<PortRange> ports = add(
            Argument.parameter(0, PortRange.class, "PORT[-PORT]", "The port or ports, 1 to 65535, the last included.")
                    .converters(PortConverter::range));

    final Argument<Protocol> protocol =
            add(Argument.parameter(1, Protocol.class, "TCP|UDP", "The protocol to block it for."));

    final Argument<String> direction = add(Argument.option(
                    "--direction",
                    String.class,
                    BlockCommand::direction,
                    "DIRECTION",
                    "inbound blocks local ports, outbound those ports of other machines, both does both (default:"
                            + " ${DEFAULT-VALUE}).")
            .completionCandidates(List.of("inbound", "outbound", "both"))
            .defaultValue("inbound"));

    private final OptionSpec reject = Argument.flag(
                    "--reject", "Answer at once that nobody is there; this is the default.")
            .build();
    private final OptionSpec drop = Argument.flag("--drop", "Do not answer: who connects waits until giving up.")
            .build();

    {
        addExclusive(reject, drop);
    }

    final Argument<Boolean> loopback = add(Argument.flag("--loopback", "Also connections within this machine."));

    final Argument<Boolean> cut = add(Argument.flag("--cut", "End existing connections; without it, they stay open."));

    private final OptionSpec lasting = Argument.option(
                    "--for",
                    Duration.class,
                    IntervalConverter.lasting(),
                    "TIME",
                    "Unblock after this time: 30s, 15m, 2h, 1d, or seconds as a number. Without it, until it is"
                            + " unblocked.")
            .build();
    private final OptionSpec untilRestart = Argument.flag("--until-restart", "Unblock when this machine restarts.")
            .build();

    {
        addExclusive(lasting, untilRestart);
    }

    final Argument<String> program = add(Argument.option(
            "--program", String.class, TextConverter::name, "PATH", "Only for this program, if the backend can."));

    final Argument<String> controlGroup = add(Argument.option(
            "--cgroup",
            String.class,
            TextConverter::name,
            "PATH",
            "Only for this control group, such as /system.slice/web.service, if the backend can."));

    final Argument<String> reason =
            add(Argument.option("--reason", String.class, "TEXT", "Why, for your own memory; portio blocks shows it."));

    private final Argument<String> backend = add(backendOption());

    final Argument<Boolean> force = add(Argument.flag(
            "--force", "Also if PortIO refuses: the port of your own SSH session, a port that another user blocked."));

    final Argument<Boolean> dryRun = add(dryRunOption());

    final Argument<Boolean> yes = add(yesOption());

    public BlockCommand() {
        super("Inbound, and answered with a rejection, unless options say otherwise. Asks before it changes"
                + " anything, and gets the rights that it needs through pkexec or sudo, for this step alone."
                + " Blocking the same again replaces how long it lasts.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        return new Blocking(this, firewall).run();
    }

    boolean drops() {
        return Boolean.TRUE.equals(drop.getValue());
    }

    boolean endsWithRestart() {
        return Boolean.TRUE.equals(untilRestart.getValue());
    }

    /** Null without an end by time. */
    Duration lasting() {
        return lasting.getValue();
    }

    private static String direction(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inbound", "in" -> "inbound";
            case "outbound", "out" -> "outbound";
            case "both" -> "both";
            default ->
                throw new TypeConversionException(
                        "'" + text + "' is not a direction; the directions are inbound, outbound, both");
        };
    }
}
