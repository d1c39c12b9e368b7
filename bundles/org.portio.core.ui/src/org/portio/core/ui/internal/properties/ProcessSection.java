// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.ui.internal.field.FieldText;

/** The processes that hold the socket, a category each; or why there is none to see. */
final class ProcessSection implements PropertySection {

    /** The fields that have their own line here. */
    private static final Set<ConnectionField<?>> TOLD = Set.of(
            Listed.PROCESS,
            Listed.PID,
            ConnectionFields.COMMAND_LINE,
            ConnectionFields.EXECUTABLE,
            ConnectionFields.STARTED,
            ConnectionFields.PARENT_PID);

    /** All other fields of an owner that have a title. */
    private static final List<ConnectionField<?>> FURTHER = ConnectionFields.ALL.stream()
            .filter(field -> field.title() != null && field.ofOwner() != null && !TOLD.contains(field))
            .toList();

    @Override
    public List<PropertyCategory> categories(Connection socket) {
        List<PropertyCategory> categories = new ArrayList<>();
        for (ProcessInfo owner : socket.owners()) {
            categories.add(owner("process" + categories.size(), owner));
        }
        if (categories.isEmpty()) {
            categories.add(nobody(why(socket)));
        }
        return categories;
    }

    private static String why(Connection socket) {
        return switch (socket.ownership()) {
            case HIDDEN -> Messages.ProcessSection_hidden;
            case OUTSIDE -> Messages.ProcessSection_outside;
            case KERNEL ->
                socket.kernelUse().isKnown()
                        ? NLS.bind(
                                Messages.ProcessSection_kernelUse,
                                socket.kernelUse().text())
                        : Messages.ProcessSection_kernel;
            case CLOSED -> Messages.ProcessSection_closed;
            case UNKNOWN -> Messages.ProcessSection_unknown;
            case KNOWN, NONE -> Messages.ProcessSection_none;
        };
    }

    private static PropertyCategory owner(String id, ProcessInfo owner) {
        PropertyCategory.Builder category = new PropertyCategory.Builder(
                        id, NLS.bind(Messages.ProcessSection_title, owner.name(), owner.pid()))
                .line(Messages.ProcessSection_name, owner.name())
                .id(Listed.PID, owner.pid())
                .line(ConnectionFields.COMMAND_LINE, owner.commandLine())
                .line(ConnectionFields.EXECUTABLE, owner.executable())
                .line(Listed.USER, ValueText.user(owner.user()))
                .line(ConnectionFields.STARTED, ValueText.time(owner.startTime()))
                .id(ConnectionFields.PARENT_PID, owner.parentPid());
        FURTHER.forEach(
                field -> category.line(field, FieldText.of(field.ofOwner().apply(owner))));
        return category.build();
    }

    private static PropertyCategory nobody(String why) {
        return new PropertyCategory.Builder("process", Messages.ProcessSection_noTitle)
                .line(Messages.ProcessSection_owner, why)
                .build();
    }
}
