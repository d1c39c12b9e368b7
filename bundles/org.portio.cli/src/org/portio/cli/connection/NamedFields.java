// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.cli.command.Subcommand;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.system.Printable;

/**
 * All fields of a connection that can be named on the command line. Those that cost a question of their own are asked for when
 * one of their values is needed.
 */
final class NamedFields {

    private final Subcommand command;
    /** Made when a name is looked for, which a plain list has none of. */
    private MeasuredLookup measured;

    private OwnerLookup owners;
    private List<ConnectionField<?>> further;

    NamedFields(Subcommand command) {
        this.command = command;
    }

    /** Returns the fields that are in no list unless somebody names them. */
    synchronized List<ConnectionField<?>> further() {
        if (further == null) {
            measured = new MeasuredLookup(command);
            List<ConnectionField<?>> all = new ArrayList<>(measured.fields());
            all.add(recognized("container", "Container", Kind.CONTAINER));
            all.add(recognized("unit", "Unit", Kind.UNIT));
            all.add(recognized("project", "Project", Kind.PROJECT));
            all.add(ofOwners("workingDirectory", "Working Directory", origin -> Stream.of(origin.workingDirectory())));
            further = List.copyOf(all);
        }
        return further;
    }

    private ConnectionField<String> recognized(String id, String title, Kind kind) {
        return ofOwners(id, title, origin -> origin.names(kind));
    }

    private ConnectionField<String> ofOwners(String id, String title, Function<ProcessOrigin, Stream<String>> values) {
        return ConnectionField.of(id, String.class, connection -> values(connection, values))
                .titled(title);
    }

    /** Returns what is known of the processes that have the socket, each once; null if nothing is. */
    private String values(Connection connection, Function<ProcessOrigin, Stream<String>> values) {
        String text = connection.owners().stream()
                .flatMap(owner -> origin(owner).stream())
                .flatMap(values)
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private Optional<ProcessOrigin> origin(ProcessInfo owner) {
        synchronized (this) {
            if (owners == null) {
                owners = new OwnerLookup(command.services().processes());
            }
        }
        return owners.origin(owner);
    }

    /** Returns the fields of these names, which are those of JSON or of {@code --sort}. */
    List<ConnectionField<?>> named(List<String> names) {
        List<ConnectionField<?>> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(named(name)
                    .orElseThrow(() -> command.wrongUsage("'" + Printable.of(name)
                            + "' is not a valid column; choose from "
                            + all().map(ConnectionField::id).collect(Collectors.joining(", ")))));
        }
        return fields;
    }

    /** Returns the field of this name, whatever its case and its hyphens. */
    Optional<ConnectionField<?>> named(String name) {
        String wanted = plain(name);
        return all().filter(field -> wanted.equals(plain(field.id()))
                        || field.listing() != null
                                && wanted.equals(plain(field.listing().sortName())))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private Stream<ConnectionField<?>> all() {
        return Stream.concat(ConnectionFields.ALL.stream(), further().stream());
    }

    /** Fails if the system was asked for one of them, and did not tell. */
    synchronized void check() throws ConnectionException {
        if (measured != null) {
            measured.check();
        }
    }
}
