// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.portio.firewall.FirewallHelper;

/** What PortIO starts itself with privileges: one step at the firewall. No user calls it, so that no help shows it. */
final class HelperCommand extends Subcommand {

    HelperCommand() {
        spec().usageMessage().hidden(true);
    }

    @Override
    ExitCode run() throws IOException {
        output().out.println(FirewallHelper.READY);
        output().out.flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int code = FirewallHelper.serve(services().input(), answer, services().firewallBackends());
        output().out.print(answer.toString(StandardCharsets.UTF_8));
        return Arrays.stream(ExitCode.values())
                .filter(exit -> exit.code() == code)
                .findFirst()
                .orElse(ExitCode.INTERNAL);
    }
}
