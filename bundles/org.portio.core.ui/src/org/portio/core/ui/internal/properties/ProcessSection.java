// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;

/** The processes that hold the socket, a category each; or why there is none to see. */
final class ProcessSection implements PropertySection {

    @Override
    public List<PropertyCategory> categories(Connection socket) {
        List<PropertyCategory> categories = new ArrayList<>();
        for (ProcessInfo owner : socket.owners()) {
            categories.add(owner("process" + categories.size(), owner));
        }
        if (categories.isEmpty()) {
            categories.add(nobody(why(socket.ownership())));
        }
        return categories;
    }

    private static String why(Ownership ownership) {
        return switch (ownership) {
            case HIDDEN -> Messages.ProcessSection_hidden;
            case OUTSIDE -> Messages.ProcessSection_outside;
            case KERNEL -> Messages.ProcessSection_kernel;
            case CLOSED -> Messages.ProcessSection_closed;
            case UNKNOWN -> Messages.ProcessSection_unknown;
            case KNOWN, NONE -> Messages.ProcessSection_none;
        };
    }

    private static PropertyCategory owner(String id, ProcessInfo owner) {
        return new PropertyCategory.Builder(id, NLS.bind(Messages.ProcessSection_title, owner.name(), owner.pid()))
                .line(Messages.ProcessSection_name, owner.name())
                .id(Messages.ProcessSection_pid, owner.pid())
                .line(Messages.ProcessSection_commandLine, owner.commandLine())
                .line(Messages.ProcessSection_executable, owner.executable())
                .line(Messages.ProcessSection_user, ValueText.user(owner.user()))
                .line(Messages.ProcessSection_started, ValueText.time(owner.startTime()))
                .id(Messages.ProcessSection_parentPid, owner.parentPid())
                .build();
    }

    private static PropertyCategory nobody(String why) {
        return new PropertyCategory.Builder("process", Messages.ProcessSection_noTitle)
                .line(Messages.ProcessSection_owner, why)
                .build();
    }
}
