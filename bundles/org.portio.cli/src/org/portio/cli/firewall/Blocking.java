// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Shell;
import org.portio.cli.text.Output;
import org.portio.firewall.Availability;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;

/** What {@code portio block} does. */
record Blocking(BlockCommand command, Firewall firewall) {

    ExitCode run() throws FirewallException {
        BlockRequest request = request();
        if (command.dryRun.value()) {
            return printPlan(firewall, firewall.plan(request), command.output());
        }
        Confirmation confirmation = new Confirmation(command.services(), command.output(), command.yes.value());
        confirmation.checkThatItCanBeGiven();
        new BlockCautions(command.services()).of(request).forEach(command.output()::note);
        if (!confirmation.given()) {
            List<String> what = new ArrayList<>(
                    BlockText.describe(request, firewall.backend().capabilities()));
            what.add(with(firewall));
            confirmation.demand(what);
        }
        Block block = firewall.block(request, command.force.value());
        command.output().println("Blocked " + block.request() + ".");
        return ExitCode.OK;
    }

    /** The backend, and the rights with which it is used. */
    static String with(Firewall firewall) throws FirewallException {
        Availability availability = firewall.backend().availability();
        return "with " + (availability.isAvailable() ? "" : firewall.backend().name() + ": ")
                + availability.explanation();
    }

    /** Prints commands so that a shell takes them as they are. */
    static ExitCode printPlan(Firewall firewall, List<PlannedCommand> plan, Output output) throws FirewallException {
        for (PlannedCommand planned : plan) {
            output.lines(Shell.withInput(planned.command(), planned.input()));
        }
        output.note((plan.isEmpty() ? "no command would run; " : "nothing was changed; ") + with(firewall));
        return ExitCode.OK;
    }

    private BlockRequest request() {
        return new BlockRequest(
                new Traffic(
                        command.ports.value(),
                        command.protocol.value(),
                        Direction.valueOf(command.direction.value().toUpperCase(Locale.ROOT)),
                        command.loopback.value()),
                new Treatment(command.drops() ? Verdict.DROP : Verdict.REJECT, command.cut.value()),
                new Subject(program(), controlGroup()),
                expiry(),
                reason());
    }

    private Expiry expiry() {
        if (command.lasting() != null) {
            return Expiry.after(command.lasting());
        }
        return command.endsWithRestart() ? Expiry.UNTIL_RESTART : Expiry.UNTIL_UNBLOCKED;
    }

    private String program() {
        String program = command.program.value();
        if (program == null) {
            return "";
        }
        checkText("--program", program);
        return Path.of(program).toAbsolutePath().normalize().toString();
    }

    private String controlGroup() {
        String group = command.controlGroup.value();
        if (group == null) {
            return "";
        }
        checkText("--cgroup", group);
        if (!group.startsWith("/") || group.length() < 2 || group.endsWith("/")) {
            throw command.wrongUsage(
                    "'" + group + "' is not a control group; write one such as /system.slice/web.service");
        }
        return group;
    }

    private String reason() {
        String reason = command.reason.value();
        if (reason == null) {
            return "";
        }
        if (!reason.isEmpty()) {
            checkText("--reason", reason);
        }
        return reason;
    }

    private void checkText(String option, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw command.wrongUsage(option + " takes a text of one line");
        }
    }
}
