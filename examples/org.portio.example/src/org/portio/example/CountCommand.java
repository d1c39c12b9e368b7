// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.extension.ExtensionCommand;

/** Adds {@code portio count}, which prints how many sockets are in each state. */
@Component
public final class CountCommand implements ExtensionCommand {

    private static final int USAGE = 2;

    @Override
    public String name() {
        return "count";
    }

    @Override
    public String summary() {
        return "Count the sockets in each state.";
    }

    @Override
    public int run(Call call) throws ConnectionException {
        if (!call.arguments().isEmpty()) {
            call.err().println("portio: count takes no arguments");
            return USAGE;
        }
        Map<String, Long> counts = call.monitor().snapshot().connections().stream()
                .collect(Collectors.groupingBy(Connection::stateText, TreeMap::new, Collectors.counting()));
        counts.forEach((state, count) -> call.out().println(count + "\t" + state));
        return 0;
    }
}
