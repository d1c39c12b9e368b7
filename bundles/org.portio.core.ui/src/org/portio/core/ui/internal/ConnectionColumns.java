// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.ui.internal.field.ConnectionGroupings;
import org.portio.core.ui.internal.field.FieldColumn;
import org.portio.core.ui.internal.measure.LiveMeasurements;
import org.portio.core.ui.internal.measure.MeasuredColumns;
import org.portio.core.ui.internal.name.HostNames;
import org.portio.core.ui.internal.recognition.RecognizedColumn;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/**
 * The columns of the connections table: each field with a title has one, and so have the service of its ports, what
 * is recognized in its owners and what is measured. What is said here is
 * the window's own: the order at the first start, widths, and which columns are shown then.
 */
final class ConnectionColumns {

    /**
     * The place of a column.
     *
     * @param id of the field
     * @param width in pixels
     */
    private record Place(String id, int width, boolean visible) {}

    private static final String SERVICE = "service";

    /** These tell network namespaces apart. */
    private static final Set<String> OF_NAMESPACES = Set.of("namespace", RecognizedColumn.CONTAINER);

    /** A field without a place follows these, as a hidden column. */
    private static final List<Place> PLACES = List.of(
            shown("process", 140),
            shown("pid", 80),
            hidden("namespace", 140),
            hidden(RecognizedColumn.CONTAINER, 140),
            shown("protocol", 85),
            shown("state", 135),
            shown("localAddress", 125),
            shown("localPort", 110),
            shown(SERVICE, 100),
            shown("remoteAddress", 125),
            shown("remotePort", 110),
            shown("user", 85),
            shown("reservation", 110),
            hidden("uid", 120),
            hidden("recvQ", 100),
            hidden("sendQ", 100),
            hidden("bytesReceived", 100),
            hidden("bytesSent", 100),
            hidden("rate", 100),
            hidden("rttMicros", 100),
            hidden("retransmissions", 130),
            hidden("age", 110),
            hidden("inode", 100),
            hidden("family", 85),
            hidden("recognized", 200),
            hidden("unit", 160),
            hidden("project", 130),
            hidden("workingDirectory", 250),
            hidden("controlGroup", 250),
            hidden("interface", 120),
            hidden("commandLine", 250),
            hidden("executable", 250),
            hidden("parentPid", 100),
            hidden("processStartTime", 150));

    private ConnectionColumns() {}

    /**
     * Returns the table with its own columns followed by those of other bundles.
     *
     * @param ofOthers whether it shows other network namespaces than that of PortIO
     */
    static TableModel<Connection> model(
            PortServices services,
            RecognizedColumn recognized,
            LiveMeasurements measurements,
            HostNames names,
            ContributedColumns contributed,
            boolean ofOthers) {
        Map<String, Column<Connection>> columns = unplaced(services);
        addRecognized(columns, recognized);
        MeasuredColumns.of(measurements).forEach(column -> columns.put(column.id(), column));
        columns.computeIfPresent("remoteAddress", (_, column) -> names.over(column));
        List<Column<Connection>> placed = new ArrayList<>();
        for (Place place : PLACES) {
            Column<Connection> column = columns.remove(place.id()).wide(place.width());
            boolean visible = place.visible() || ofOthers && OF_NAMESPACES.contains(place.id());
            placed.add(visible ? column : column.hidden());
        }
        columns.values().forEach(further -> placed.add(further.hidden()));
        List<Column<Connection>> all = contributed.after(placed);
        return new TableModel<>(all, Connection::key, new Sort("localPort", false))
                .groupedBy(ConnectionGroupings.of(all));
    }

    private static void addRecognized(Map<String, Column<Connection>> columns, RecognizedColumn recognized) {
        List.of(
                        recognized.column(Messages.ConnectionColumns_recognized),
                        recognized.column(
                                RecognizedColumn.CONTAINER, Messages.ConnectionColumns_container, Kind.CONTAINER),
                        recognized.column("unit", Messages.ConnectionColumns_unit, Kind.UNIT),
                        recognized.column("project", Messages.ConnectionColumns_project, Kind.PROJECT),
                        recognized.workingDirectory(Messages.ConnectionColumns_workingDirectory))
                .forEach(column -> columns.put(column.id(), column));
    }

    private static Map<String, Column<Connection>> unplaced(PortServices services) {
        Map<String, Column<Connection>> columns = new LinkedHashMap<>();
        columns.put(SERVICE, Column.text(SERVICE, Messages.ConnectionColumns_service, services::name));
        for (ConnectionField<?> field : ConnectionFields.ALL) {
            if (field.title() != null) {
                columns.put(field.id(), FieldColumn.of(field));
            }
        }
        return columns;
    }

    private static Place shown(String id, int width) {
        return new Place(id, width, true);
    }

    private static Place hidden(String id, int width) {
        return new Place(id, width, false);
    }
}
