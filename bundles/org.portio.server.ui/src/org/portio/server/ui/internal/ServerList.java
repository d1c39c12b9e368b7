// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.server.ServerException;
import org.portio.server.TemporaryServers;

/** The temporary servers as they were told last. Nothing is asked for on the UI thread. */
@Component(service = ServerList.class)
public final class ServerList {

    private final List<Consumer<ServersState>> listeners = new CopyOnWriteArrayList<>();
    private final Job refresh = Job.createSystem("Ask for the servers", (ICoreRunnable) _ -> refresh());
    private volatile ServersState state = ServersState.UNKNOWN;
    private volatile TemporaryServers source;

    /** Returns that of the workbench; one without servers where services do not work. */
    static ServerList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(ServerList.class), ServerList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setServers(TemporaryServers found) {
        source = found;
        changeTo(ServersState.UNKNOWN);
    }

    void unsetServers(TemporaryServers gone) {
        if (source == gone) {
            source = null;
            changeTo(ServersState.UNKNOWN);
        }
    }

    TemporaryServers servers() throws ServerException {
        TemporaryServers current = source;
        if (current == null) {
            throw new ServerException(ServerException.Kind.FAILED, Messages.ServerList_noServers);
        }
        return current;
    }

    ServersState state() {
        return state;
    }

    /** Asks for them in a job. */
    void refreshLater() {
        refresh.schedule();
    }

    /** Asks for them: not for the UI thread. */
    void refresh() {
        try {
            changeTo(new ServersState(servers().list(), true, null));
        } catch (ServerException e) {
            failed(e);
        }
    }

    /** Logs the first failure of a row only: the next is a moment away. */
    private void failed(ServerException failure) {
        if (state.failure() == null && source != null) {
            ILog.of(ServerList.class).error(failure.getMessage(), failure);
        }
        changeTo(new ServersState(state.servers(), state.known(), failure));
    }

    private void changeTo(ServersState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Tells each change, on any thread, until the result is run. */
    Runnable onChange(Consumer<ServersState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
