// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;
import org.portio.core.process.Recognition;

/**
 * Shows the origin of the processes that hold the socket: what the system reports first, then what is inferred from it,
 * marked as such. Their start times are shown with the processes themselves.
 */
final class OriginSection implements PropertySection {

    private final Processes processes;

    OriginSection(Processes processes) {
        this.processes = processes;
    }

    @Override
    public List<PropertyCategory> categories(Connection socket) {
        List<PropertyCategory> categories = new ArrayList<>();
        for (ProcessInfo owner : socket.owners()) {
            String id = "origin" + categories.size();
            processes
                    .origin(owner)
                    .map(origin -> category(id, owner, origin))
                    .filter(category -> !category.lines().isEmpty())
                    .ifPresent(categories::add);
        }
        return categories;
    }

    private static PropertyCategory category(String id, ProcessInfo owner, ProcessOrigin origin) {
        String title = NLS.bind(Messages.OriginSection_title, owner.name(), owner.pid());
        PropertyCategory.Builder category = new PropertyCategory.Builder(id, title)
                .line(Messages.OriginSection_ancestors, chain(origin.ancestors()))
                .line(Messages.OriginSection_directory, origin.workingDirectory())
                .line(Messages.OriginSection_controlGroup, origin.controlGroup());
        origin.recognized().forEach(one -> category.line(title(one.kind()), text(one)));
        return category.build();
    }

    private static String title(Recognition.Kind kind) {
        return switch (kind) {
            case SERVER -> Messages.OriginSection_server;
            case PROJECT -> Messages.OriginSection_project;
            case UNIT -> Messages.OriginSection_unit;
            case CONTAINER -> Messages.OriginSection_container;
        };
    }

    private static String text(Recognition one) {
        return one.basis().isEmpty()
                ? NLS.bind(Messages.OriginSection_inferred, one.name())
                : NLS.bind(Messages.OriginSection_inferredFrom, one.name(), one.basis());
    }

    /** Lists the ancestors, its parent first, each after the one that it has started. */
    private static String chain(List<ProcessInfo> ancestors) {
        return ancestors.stream()
                .map(ancestor -> ancestor.name() + " (" + ancestor.pid() + ")")
                .collect(Collectors.joining(" \u2190 "));
    }
}
