// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.util.List;
import java.util.Objects;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.system.Subscription;
import org.portio.ui.list.WatchedList;

/** The notices of this session. */
@Component(service = NoticeList.class)
public final class NoticeList extends WatchedList<NoticeCenter, Told> {

    /** Returns that of the workbench; an empty one if services do not work. */
    static NoticeList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(NoticeList.class), () -> new NoticeList(null));
    }

    @Activate
    public NoticeList(@Reference NoticeCenter center) {
        if (center != null) {
            use(center);
        }
    }

    @Deactivate
    void end() {
        stopWatching();
    }

    @Override
    protected List<Told> ask() {
        return service() == null ? List.of() : service().told();
    }

    @Override
    protected Subscription watch(NoticeCenter source) {
        refreshLater();
        return source.onChange(this::refreshLater);
    }

    void clear() {
        if (service() != null) {
            service().clear();
        }
    }
}
