// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Services;
import org.portio.cli.health.HealthReport.Result;
import org.portio.extension.Extension;
import org.portio.extension.Extension.State;

/** Looks whether the extensions can be used; says nothing if there are none. */
record ExtensionCheck(Services services) {

    List<Result> results() {
        if (!services.hasExtensions()) {
            return List.of();
        }
        List<Extension> all = services.extensions().list();
        List<Result> results = new ArrayList<>();
        long active = all.stream()
                .filter(extension -> extension.state() == State.ACTIVE)
                .count();
        results.add(new Result(true, "extensions", active + " of " + all.size() + " active", ""));
        all.stream()
                .filter(extension -> extension.problem() != null)
                .map(this::unused)
                .forEach(results::add);
        services.extensions().damage().stream().map(HealthReport::damaged).forEach(results::add);
        return results;
    }

    /** Says why one is not used; that its user has disabled it is nothing amiss. */
    private Result unused(Extension extension) {
        boolean wanted = extension.unexpectedProblem() == null;
        return new Result(
                wanted,
                "extensions",
                extension.id() + " " + extension.problem().text(),
                wanted ? "" : services.program() + " extension why " + extension.id());
    }
}
