// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.portio.core.CommandRunner;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.Change;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallException.Kind;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.HelperRequest.Action;

/** A backend that this user may not use, used through the helper, which runs with privileges. */
public final class HelperBackend implements FirewallBackend {

    private static final int SUDO_DENIED = 1;
    private static final int PKEXEC_DISMISSED = 126;
    private static final int PKEXEC_DENIED = 127;
    private static final int LONGEST_MESSAGE = 300;

    private final FirewallBackend direct;
    private final List<String> helper;
    private final CommandRunner runner;
    private final Duration limit;

    /**
     * The backend as the helper has it.
     *
     * @param helper the command that starts the helper, through sudo or pkexec
     * @param limit how long it may take, the time for a password included
     */
    public HelperBackend(FirewallBackend direct, List<String> helper, CommandRunner runner, Duration limit) {
        this.direct = direct;
        this.helper = List.copyOf(helper);
        this.runner = runner;
        this.limit = limit;
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

    /** What the backend says of itself, as it is used here. */
    Availability elevated(Availability here) {
        return here.status() == Availability.Status.NO_PERMISSION
                ? new Availability(Availability.Status.AVAILABLE, name() + ", as root through " + helper.getFirst())
                : here;
    }

    @Override
    public Set<Capability> capabilities() {
        return direct.capabilities();
    }

    /** To look takes rights that somebody would be asked for. */
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
        CommandRunner.Result result = run(request.json());
        HelperAnswer answer;
        try {
            // What sudo's modules greet with comes before it.
            answer = HelperAnswer.parse(lastLine(result.out()), result.exitCode());
        } catch (IllegalArgumentException e) {
            throw noAnswer(result, e);
        }
        if (answer.failure() != null) {
            throw answer.failure();
        }
        if (result.exitCode() != 0) {
            throw noAnswer(result, null);
        }
        return answer;
    }

    private CommandRunner.Result run(String input) throws FirewallException {
        try {
            return runner.run(helper, input, limit);
        } catch (IOException e) {
            throw new FirewallException(Kind.FAILED, "cannot run " + helper.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private FirewallException noAnswer(CommandRunner.Result result, Throwable cause) {
        String elevator = helper.getFirst();
        boolean pkexec = "pkexec".equals(elevator);
        String said = shortened(lastLine(result.err()));
        if (pkexec && result.exitCode() == PKEXEC_DISMISSED) {
            return new FirewallException(Kind.PERMISSION, "the question for privileges was dismissed", cause);
        }
        if (result.exitCode() == (pkexec ? PKEXEC_DENIED : SUDO_DENIED)) {
            return new FirewallException(Kind.PERMISSION, elevator + " gives no privileges" + said, cause);
        }
        return new FirewallException(
                Kind.FAILED,
                "the firewall helper, run through " + elevator + ", gave no answer and exit code " + result.exitCode()
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
