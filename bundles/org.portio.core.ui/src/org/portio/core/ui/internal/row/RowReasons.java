// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.ui.internal.name.NameQuestion;

/** Tells why an action cannot be done with the selected rows. */
final class RowReasons {

    /** More are not looked at with each refresh, nor done at once. */
    static final int MOST = 1_000;

    private static final String POSSIBLE = "";

    private RowReasons() {}

    /** Returns the reason for the label of a menu entry; empty if it can be done. */
    static String whyNot(RowAction action, List<Connection> rows) {
        if (rows.isEmpty()) {
            return Messages.RowReasons_noRow;
        }
        if (rows.size() > MOST) {
            return NLS.bind(Messages.RowReasons_tooMany, MOST);
        }
        return switch (action) {
            case SELECT_PROCESS, COPY_KILL_COMMAND -> ofOwners(rows);
            case OTHER_END -> one(rows, RowReasons::ofOtherEnd);
            case OPEN_IN_BROWSER, COPY_URL -> one(rows, RowReasons::ofWeb);
            case OPEN_FILE_LOCATION -> ofExecutable(rows);
            case RESOLVE_NAME -> ofName(rows);
            case COPY_LIST_COMMAND ->
                rows.size() > TerminalCommands.MOST
                        ? NLS.bind(Messages.RowReasons_tooMany, TerminalCommands.MOST)
                        : POSSIBLE;
        };
    }

    /** Asks about the one row that is selected. */
    @FunctionalInterface
    private interface Reason {
        String of(Connection row);
    }

    private static String one(List<Connection> rows, Reason reason) {
        return rows.size() == 1 ? reason.of(rows.getFirst()) : Messages.RowReasons_oneRow;
    }

    private static String ofOwners(List<Connection> rows) {
        if (rows.stream().anyMatch(row -> !row.owners().isEmpty())) {
            return POSSIBLE;
        }
        return rows.stream().anyMatch(Connection::ownerHidden)
                ? Messages.RowReasons_hiddenProcess
                : Messages.RowReasons_noProcess;
    }

    private static String ofOtherEnd(Connection row) {
        if (row.remote() == null) {
            return Messages.RowReasons_notConnected;
        }
        if (row.state() == TcpState.TIME_WAIT || row.state() == TcpState.CLOSED) {
            return Messages.RowReasons_closed;
        }
        return WebEnd.isOfThisMachine(row) ? POSSIBLE : Messages.RowReasons_otherMachine;
    }

    private static String ofWeb(Connection row) {
        if (row.protocol() != Protocol.TCP) {
            return Messages.RowReasons_notTcp;
        }
        if (!row.namespace().isEmpty()) {
            return Messages.RowReasons_otherNamespace;
        }
        return WebEnd.of(row).isPresent() ? POSSIBLE : Messages.RowReasons_noServer;
    }

    private static String ofExecutable(List<Connection> rows) {
        Set<String> executables = rows.stream()
                .flatMap(row -> row.owners().stream())
                .map(ProcessInfo::executable)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet());
        if (executables.isEmpty()) {
            String ofOwners = ofOwners(rows);
            return ofOwners.isEmpty() ? Messages.RowReasons_noExecutable : ofOwners;
        }
        return executables.size() == 1 ? POSSIBLE : Messages.RowReasons_severalExecutables;
    }

    private static String ofName(List<Connection> rows) {
        if (NameQuestion.of(rows).size() > NameQuestion.MOST) {
            return NLS.bind(Messages.RowReasons_tooManyAddresses, NameQuestion.MOST);
        }
        return NameQuestion.of(rows).isEmpty() ? Messages.RowReasons_noName : POSSIBLE;
    }
}
