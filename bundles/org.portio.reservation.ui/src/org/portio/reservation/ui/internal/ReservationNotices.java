// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.notice.Notice;
import org.portio.core.notice.Notice.Kind;
import org.portio.core.notice.StateRules;
import org.portio.core.system.Subscription;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.NoticeSource;
import org.portio.ui.list.ListState;

/** Notices that the state of a reservation has changed. */
@Component
public final class ReservationNotices implements NoticeSource {

    private final ReservationList list;

    @Activate
    public ReservationNotices(@Reference ReservationList list) {
        this.list = list;
    }

    @Override
    public Kind kind() {
        return Kind.RESERVATION;
    }

    @Override
    public Subscription begin(Consumer<List<Notice>> listener) {
        StateRules rules = new StateRules(Kind.RESERVATION, "");
        Subscription changes = list.onChange(state -> {
            List<Notice> notices = of(state, rules);
            if (!notices.isEmpty()) {
                listener.accept(notices);
            }
        });
        list.look(this, true);
        return () -> {
            changes.close();
            list.look(this, false);
        };
    }

    private static List<Notice> of(ListState<ReservationStatus> state, StateRules rules) {
        if (!state.known() || state.failure() != null) {
            return List.of();
        }
        Map<String, String> states = new HashMap<>();
        state.rows().forEach(row -> states.put(row.key().toString(), row.state().label()));
        return rules.of(Instant.now(), states);
    }
}
