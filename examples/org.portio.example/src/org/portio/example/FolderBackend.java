// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.PlannedBackend;

/** Keeps each block as an empty file in a folder, for a program that watches the folder. */
@Component(service = FirewallBackend.class)
public final class FolderBackend extends PlannedBackend {

    private final File folder = new File(System.getenv().getOrDefault("PORTIO_EXAMPLE_BLOCKS", "/run/blocked-ports"));

    public FolderBackend() {
        super("folder", Capability.OUTBOUND, Capability.DROP, Capability.SPARE_EXISTING);
    }

    @Override
    public boolean isAutomatic() {
        return false;
    }

    @Override
    public Availability availability() {
        if (!folder.isDirectory()) {
            return new Availability(Status.ABSENT, "the folder " + folder + " does not exist", "create it");
        }
        return folder.canWrite()
                ? new Availability(Status.AVAILABLE, "blocks in " + folder)
                : new Availability(Status.NO_PERMISSION, "changing " + folder + " needs root");
    }

    @Override
    public List<AppliedRule> list() {
        return AppliedRule.ofTags(List.of(folder.list()));
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) {
        List<PlannedCommand> commands = new ArrayList<>();
        change.add()
                .forEach(rule -> commands.add(
                        PlannedCommand.of("touch", folder + "/" + rule.tag().text())));
        change.remove()
                .forEach(rule -> commands.add(
                        PlannedCommand.of("rm", folder + "/" + rule.tag().text())));
        return commands;
    }
}
