// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.elevation.HelperRequest.Action;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;

/** A backend that this user may not use, used through the helper, which runs with privileges. */
public final class HelperBackend implements FirewallBackend {

    private static final int LONGEST_MESSAGE = 300;

    private final FirewallBackend direct;
    private final List<Way> ways;

    /**
     * Returns the backend as the helper has it.
     *
     * @param ways to start the helper; if one cannot ask for a password, the next is tried
     */
    public HelperBackend(FirewallBackend direct, List<Way> ways) {
        this.direct = direct;
        this.ways = List.copyOf(ways);
    }

    @Override
    public String name() {
        return direct.name();
    }

    @Override
    public boolean isAutomatic() {
        return direct.isAutomatic();
    }

    @Override
    public Availability availability() {
        return elevated(direct.availability());
    }

    /** Returns what the backend says of itself, as it is used here. */
    public Availability elevated(Availability here) {
        return here.status() == Availability.Status.NO_PERMISSION
                ? new Availability(
                        Availability.Status.AVAILABLE,
                        name() + ", as root through " + ways.getFirst().elevator())
                : here;
    }

    @Override
    public Set<Capability> capabilities() {
        return direct.capabilities();
    }

    /** Returns false, since a look would take privileges that somebody had to be asked for. */
    @Override
    public boolean mayHaveRules() {
        return false;
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return ask(HelperRequest.list(name())).rules();
    }

    @Override
    public List<PlannedCommand> plan(Change change) throws FirewallException {
        return change.isEmpty()
                ? List.of()
                : ask(HelperRequest.of(name(), Action.PLAN, change)).commands();
    }

    @Override
    public void apply(Change change) throws FirewallException {
        if (!change.isEmpty()) {
            ask(HelperRequest.of(name(), Action.APPLY, change));
        }
    }

    private HelperAnswer ask(HelperRequest request) throws FirewallException {
        for (Way way : ways) {
            CommandRunner.Result result = run(way, request.json());
            if (way == ways.getLast() || !way.leavesOthers(result.exitCode())) {
                return answer(way, result);
            }
        }
        throw new IllegalStateException("no way to obtain privileges");
    }

    private static HelperAnswer answer(Way way, CommandRunner.Result result) throws FirewallException {
        HelperAnswer answer;
        try {
            // The greetings of sudo's modules come before it.
            answer = HelperAnswer.parse(lastLine(result.out()), result.exitCode());
        } catch (IllegalArgumentException e) {
            throw noAnswer(way, result, e);
        }
        if (answer.failure() != null) {
            throw answer.failure();
        }
        if (result.exitCode() != 0) {
            throw noAnswer(way, result, null);
        }
        return answer;
    }

    private static CommandRunner.Result run(Way way, String input) throws FirewallException {
        try {
            return way.runner().run(way.command(), input, way.limit());
        } catch (DismissedException e) {
            throw dismissed(e);
        } catch (IOException e) {
            throw new FirewallException(Kind.FAILED, "cannot run " + way.elevator() + ": " + e.getMessage(), e);
        }
    }

    private static FirewallException dismissed(Throwable cause) {
        return new FirewallException(Kind.PERMISSION, "the request for privileges was dismissed", cause);
    }

    private static FirewallException noAnswer(Way way, CommandRunner.Result result, Throwable cause) {
        String elevator = way.elevator();
        String said = shortened(lastLine(result.err()));
        if (way.isDismissed(result.exitCode())) {
            return dismissed(cause);
        }
        if (way.isDenied(result.exitCode())) {
            return new FirewallException(Kind.PERMISSION, elevator + " did not grant privileges" + said, cause);
        }
        return new FirewallException(
                Kind.FAILED,
                "the firewall helper, run through " + elevator + ", gave no answer; exit code " + result.exitCode()
                        + said,
                cause);
    }

    private static String shortened(String message) {
        String start = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        return start.isEmpty() ? "" : ": " + start;
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .orElse("")
                .strip();
    }
}
