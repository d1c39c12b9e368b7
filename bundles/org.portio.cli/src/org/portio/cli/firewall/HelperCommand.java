// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.firewall.wiring.FirewallHelper;

/** Runs one step at the firewall with privileges. Only PortIO itself calls it, so no help shows it. */
public final class HelperCommand extends Subcommand {

    public HelperCommand() {
        spec().usageMessage().hidden(true);
    }

    @Override
    public boolean settlesRuns() {
        return false;
    }

    @Override
    public ExitCode run() throws IOException {
        output().out.println(FirewallHelper.READY);
        output().out.flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int code = FirewallHelper.serve(services().input(), answer, services().ownFirewallBackends());
        output().out.print(answer.toString(StandardCharsets.UTF_8));
        return Arrays.stream(ExitCode.values())
                .filter(exit -> exit.code() == code)
                .findFirst()
                .orElse(ExitCode.INTERNAL);
    }
}
