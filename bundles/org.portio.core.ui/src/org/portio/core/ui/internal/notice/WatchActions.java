// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.notice.Watch;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** Offers to tell of what happens to the port and the program of a connection, or no longer to do so. */
@Component(property = "service.ranking:Integer=-10")
public final class WatchActions implements ConnectionActionProvider {

    @Override
    public List<ConnectionAction> actions(List<Connection> selected) {
        if (selected.size() != 1) {
            return List.of();
        }
        List<Watch> watched = NoticePreferences.watches();
        Connection one = selected.getFirst();
        Stream<Watch> port = one.local().port() == 0
                ? Stream.empty()
                : Stream.of(Watch.port(one.local().port()));
        Stream<Watch> programs = one.owners().stream()
                .map(owner -> owner.name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(Watch::program);
        return Stream.concat(port, programs)
                .map(watch -> action(watch, watched.contains(watch)))
                .toList();
    }

    private static ConnectionAction action(Watch watch, boolean isWatched) {
        String label = isWatched ? Messages.WatchActions_stop : Messages.WatchActions_watch;
        return new ConnectionAction(
                NLS.bind(label, text(watch)), WatchHandler.COMMAND, Map.of(WatchHandler.WATCHED, watch.toString()));
    }

    static String text(Watch watch) {
        return NLS.bind(
                watch.kind() == Watch.Kind.PORT ? Messages.WatchActions_port : Messages.WatchActions_program,
                watch.value());
    }
}
