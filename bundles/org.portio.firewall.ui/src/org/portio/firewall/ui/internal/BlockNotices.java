// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

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
import org.portio.firewall.Block;
import org.portio.ui.NoticeSource;
import org.portio.ui.list.ListState;

/** Notices that a block has ended: its time was over, or somebody removed it. */
@Component
public final class BlockNotices implements NoticeSource {

    private final BlockList list;

    @Activate
    public BlockNotices(@Reference BlockList list) {
        this.list = list;
    }

    @Override
    public Kind kind() {
        return Kind.BLOCK_ENDED;
    }

    @Override
    public Subscription begin(Consumer<List<Notice>> listener) {
        StateRules rules = new StateRules(Kind.BLOCK_ENDED, Messages.BlockNotices_ended);
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

    private static List<Notice> of(ListState<Block> state, StateRules rules) {
        if (!state.known() || state.failure() != null) {
            return List.of();
        }
        Map<String, String> blocks = new HashMap<>();
        state.rows().forEach(block -> blocks.put(block.request().toString(), ""));
        return rules.of(Instant.now(), blocks);
    }
}
