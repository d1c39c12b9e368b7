// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.util.List;
import java.util.function.Function;
import org.portio.cli.command.Subcommand;
import org.portio.cli.connection.WordFilter;
import org.portio.core.Connection;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.WrongFilterException;
import org.portio.record.Question;
import org.portio.record.SocketFilter;

/** The filter in words on the recorded past, of which millions of sockets can be asked. */
final class PastFilter {

    private PastFilter() {}

    /** Returns the same question about the sockets that match these words. */
    static Question on(Question question, String words, Subcommand command) {
        List<FilterColumn<Connection>> columns = WordFilter.ofFields().stream()
                .filter(column -> SocketFilter.COLUMNS.contains(column.id()))
                .toList();
        try {
            return SocketFilter.of(words, Filter.parts(words, columns, columns, _ -> true), Function.identity())
                    .on(question);
        } catch (WrongFilterException e) {
            throw WordFilter.failure(e, command);
        }
    }
}
