// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portio.cli.command.Subcommand;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.filter.Cells;
import org.portio.core.filter.FieldCells;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.WrongFilterException;
import org.portio.core.port.ServiceNames;
import picocli.CommandLine.ParameterException;

/** The filter in words, which the window has as well. A class of its own, since most commands are given none. */
public final class WordFilter {

    private WordFilter() {}

    /** Parses words, which may also name these fields. */
    static Predicate<Connection> parse(String words, Subcommand command, List<ConnectionField<?>> further) {
        List<FilterColumn<Connection>> columns = Stream.concat(
                        columns(command).stream(), further.stream().map(WordFilter::column))
                .toList();
        try {
            return Filter.parse(words, columns, searched(command));
        } catch (WrongFilterException e) {
            throw failure(e, command);
        }
    }

    /** Returns the same for the user of the command. */
    public static ParameterException failure(WrongFilterException e, Subcommand command) {
        return command.wrongUsage("cannot filter by '" + e.term() + "': " + e.getMessage());
    }

    /** Returns the columns of fields, one for each that has a title. */
    public static List<FilterColumn<Connection>> ofFields() {
        return ConnectionFields.ALL.stream()
                .filter(field -> field.title() != null)
                .map(WordFilter::column)
                .toList();
    }

    private static List<FilterColumn<Connection>> columns(Subcommand command) {
        return Stream.concat(ofFields().stream(), Stream.of(service(command))).toList();
    }

    /** Returns what the table shows: there a word without a name is looked for. */
    private static List<FilterColumn<Connection>> searched(Subcommand command) {
        return Stream.concat(
                        Stream.concat(ConnectionFields.Listed.ALL.stream(), Stream.of(ConnectionFields.REMOTE_PORT))
                                .map(WordFilter::column),
                        Stream.of(service(command)))
                .toList();
    }

    private static FilterColumn<Connection> column(ConnectionField<?> field) {
        return FilterColumn.of(field.id(), FieldCells.of(field));
    }

    private static FilterColumn<Connection> service(Subcommand command) {
        ServiceNames names = command.services().serviceNames();
        return FilterColumn.of(
                "service",
                Cells.text(row -> names.name(row.protocol(), row.local().port()).orElse("")));
    }
}
