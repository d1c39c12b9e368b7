// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import java.time.Duration;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Choice;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.cli.run.RunMember;
import org.portio.cli.text.ServerText;
import org.portio.cli.text.TimeText;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;
import org.portio.keeper.Keeper;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.testrun.Holding;

/** Starts a temporary server. */
public final class StartServerCommand extends KeeperCommand {

    /** The constants of {@link org.portio.server.ServerMode} by their labels. */
    public static final Choice MODES = new Choice("mode", List.of("echo", "discard", "http-ok", "reset", "blackhole"));

    private final Argument<Integer> port = add(portParameter("The port, 1 to 65535."));

    private final Argument<Protocol> protocol =
            add(Argument.parameter(1, Protocol.class, "TCP|UDP", "The protocol that it speaks."));

    private final Argument<String> mode = add(MODES.option(
                    "--mode",
                    "MODE",
                    "echo sends back what it receives, discard sends nothing, http-ok answers HTTP requests"
                            + " with 200, reset ends each connection with a RST, blackhole never answers;"
                            + " http-ok and reset are for TCP (default: ${DEFAULT-VALUE}).")
            .defaultValue("echo"));

    private final Argument<Duration> lasting = add(Argument.option(
            "--for",
            Duration.class,
            IntervalConverter.lasting(),
            "TIME",
            "Stop after this time: 30s, 15m, 2h, 1d, or seconds as a number. By default, it runs until it"
                    + " is stopped."));

    private final Argument<String> address = add(addressOption(
                    "--bind",
                    "The local address to listen on; '*' means all IPv4 and IPv6 addresses; localhost means"
                            + " 127.0.0.1 (default: ${DEFAULT-VALUE}).")
            .defaultValue("127.0.0.1"));

    public StartServerCommand() {
        super("The keeper, a background process of yours, runs the server until it is stopped. Only this"
                + " machine can connect to it, unless --bind says otherwise. Exit code 3 if you may not bind"
                + " the port, 4 if it is taken.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ServerException {
        ServerRequest request = request();
        String run = new RunMember(this).joinFor(Holding.Kind.SERVER);
        ServerStatus server = keeper.servers().start(request.withRun(run));
        String end = server.ends() == null ? "" : ", until " + TimeText.local(server.ends());
        output().println("Started " + ServerText.line(server.request()) + end + ".");
        output().note(server.caveat());
        return ExitCode.OK;
    }

    private ServerRequest request() {
        Protocol asked = protocol.value();
        ServerMode behaviour = ServerMode.valueOf(Choice.constant(mode.value()));
        if (!behaviour.supports(asked)) {
            throw wrongUsage(behaviour.label() + " is a mode for TCP, not for " + asked);
        }
        // A server has one address.
        String place = AddressParser.toBind(address.value()).getFirst();
        return new ServerRequest(port.value(), asked, behaviour, place, lasting.value());
    }
}
