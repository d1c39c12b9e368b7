// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Failure;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.LostServer;
import org.portio.server.ServerException;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.ui.list.Note;
import org.portio.ui.list.WatchedList;

/** The temporary servers as last reported, and those that were lost with their keeper. */
@Component(service = ServerList.class)
public final class ServerList extends WatchedList<TemporaryServers, ServerStatus> {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Keeper keeper;

    private volatile boolean failing;

    /** Returns that of the workbench; one without servers if services do not work. */
    static ServerList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(ServerList.class), ServerList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setServers(TemporaryServers found) {
        use(found);
    }

    void unsetServers(TemporaryServers gone) {
        drop(gone);
    }

    @Deactivate
    void end() {
        stopWatching();
    }

    TemporaryServers servers() throws ServerException {
        TemporaryServers current = service();
        if (current == null) {
            throw new ServerException(Failure.of(ServerException.Kind.FAILED, Messages.ServerList_noServers));
        }
        return current;
    }

    @Override
    protected List<ServerStatus> ask() throws ServerException {
        List<ServerStatus> running = servers().list();
        showNote(note(lost(), Instant.now()));
        return running;
    }

    /** Returns the lost servers; a failure does not affect the others, and is logged only the first time in a row. */
    private List<LostServer> lost() {
        Keeper current = keeper;
        try {
            List<LostServer> lost = current == null ? List.of() : current.lostServers();
            failing = false;
            return lost;
        } catch (KeeperException e) {
            if (!failing) {
                ILog.of(ServerList.class).error(e.getMessage(), e);
            }
            failing = true;
            return List.of();
        }
    }

    /** Names each, with the command that starts it again. */
    static Note note(List<LostServer> lost, Instant now) {
        List<String> texts = lost.stream()
                .map(one -> NLS.bind(Messages.ServerList_lost, one.text(), one.command(now)))
                .toList();
        return Note.of(texts, texts);
    }
}
