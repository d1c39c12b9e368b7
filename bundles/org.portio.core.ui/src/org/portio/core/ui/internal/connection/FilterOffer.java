// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import static java.util.stream.Collectors.joining;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.address.Endpoint;

/**
 * A way to narrow the filter to what the selected connections have in common with others.
 *
 * @param label of the menu's entry
 * @param term to be added to the filter
 */
public record FilterOffer(String label, String term) {

    /** Returns those that make sense for these connections; none for no connection. */
    static List<FilterOffer> of(List<Connection> selected) {
        List<FilterOffer> offers = new ArrayList<>();
        List<ProcessInfo> owners = distinct(selected, Connection::owners);
        List<Integer> ports = distinct(selected, row -> List.of(servicePort(row)));
        List<String> remotes = distinct(
                selected,
                row -> row.remote() == null
                        ? List.of()
                        : List.of(text(row.remote().address())));
        String pids = owners.stream().map(owner -> String.valueOf(owner.pid())).collect(joining(","));
        if (!owners.isEmpty()) {
            offers.add(new FilterOffer(NLS.bind(Messages.FilterOffer_onlyProcess, names(owners)), "pid:" + pids));
            offers.add(new FilterOffer(NLS.bind(Messages.FilterOffer_notProcess, names(owners)), "!pid:" + pids));
        }
        if (!ports.isEmpty()) {
            String list = ports.stream().map(String::valueOf).collect(joining(","));
            offers.add(new FilterOffer(NLS.bind(Messages.FilterOffer_onlyPort, list), "port:" + list));
        }
        if (!remotes.isEmpty()) {
            String list = String.join(",", remotes);
            offers.add(new FilterOffer(NLS.bind(Messages.FilterOffer_onlyRemote, list), "remoteAddress:" + list));
            offers.add(new FilterOffer(NLS.bind(Messages.FilterOffer_notRemote, list), "!remoteAddress:" + list));
        }
        if (selected.size() == 1 && selected.getFirst().remote() != null) {
            Connection row = selected.getFirst();
            offers.add(new FilterOffer(Messages.FilterOffer_bothEnds, bothEnds(row)));
        }
        return offers;
    }

    /** Returns the filter for both ends of a connection. */
    public static String bothEnds(Connection row) {
        return "address:" + end(row.local()) + " address:" + end(row.remote());
    }

    private static <T> List<T> distinct(List<Connection> selected, Function<Connection, List<T>> values) {
        return selected.stream()
                .flatMap(row -> values.apply(row).stream())
                .distinct()
                .toList();
    }

    /** Returns the local port, or, of a connection, the lower one of the two: the other one is mostly ephemeral. */
    private static int servicePort(Connection row) {
        int local = row.local().port();
        return row.remote() == null ? local : Math.min(local, row.remote().port());
    }

    private static String names(List<ProcessInfo> owners) {
        return owners.stream()
                .map(owner -> owner.name() + " (" + owner.pid() + ")")
                .collect(joining(", "));
    }

    private static String end(Endpoint end) {
        return text(end.address()) + ":" + end.port();
    }

    /** Returns the address without an interface, in brackets if it has colons. */
    private static String text(InetAddress address) {
        String text = new Endpoint(address, 0).addressText();
        return text.indexOf(':') < 0 ? text : "[" + text.split("%", 2)[0] + "]";
    }
}
