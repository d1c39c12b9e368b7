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
        String unitBasis = basis(origin, "unit " + origin.unit());
        String containerBasis = basis(origin, "container " + origin.container());
        addReported(category, Messages.OriginSection_unit, origin.unit(), unitBasis);
        addReported(category, Messages.OriginSection_container, origin.container(), containerBasis);
        addInferred(category, Messages.OriginSection_unit, origin.unit(), unitBasis);
        addInferred(category, Messages.OriginSection_container, origin.container(), containerBasis);
        return category.build();
    }

    /** Lists the ancestors, its parent first, each after the one that it has started. */
    private static String chain(List<ProcessInfo> ancestors) {
        return ancestors.stream()
                .map(ancestor -> ancestor.name() + " (" + ancestor.pid() + ")")
                .collect(Collectors.joining(" \u2190 "));
    }

    /** Returns text such as {@code from the control group /system.slice/nginx.service}; empty if the system itself has said it. */
    private static String basis(ProcessOrigin origin, String what) {
        return origin.inferred().stream()
                .filter(sentence -> sentence.startsWith(what + " "))
                .map(sentence -> sentence.substring(what.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static void addReported(PropertyCategory.Builder category, String name, String value, String basis) {
        category.line(name, basis.isEmpty() ? value : "");
    }

    private static void addInferred(PropertyCategory.Builder category, String name, String value, String basis) {
        category.line(name, basis.isEmpty() ? "" : NLS.bind(Messages.OriginSection_inferred, value, basis));
    }
}
