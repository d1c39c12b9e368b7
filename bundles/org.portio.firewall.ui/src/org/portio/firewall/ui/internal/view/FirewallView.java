// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.eclipse.osgi.util.NLS;
import org.portio.core.system.User;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.TimeText;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The ports that PortIO has blocked, live. */
public final class FirewallView extends ListViewPart<Block> {

    private final Ticker ticker = new Ticker(this::tick);
    private BlockList list;

    @Override
    protected BlockList list() {
        list = BlockList.of(getSite());
        return list;
    }

    @Override
    protected TableModel<Block> model() {
        return BlockColumns.model(InstantSource.system(), User.ofSystem());
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.FirewallView_filterHint,
                Messages.FirewallView_filterExamples,
                Messages.FirewallView_loading,
                Messages.FirewallView_empty,
                Messages.FirewallView_noMatch);
    }

    /** A block that only the system's firewall knows may have been there. */
    @Override
    protected boolean wasThere(Block block, Instant time) {
        return block.since() == null || !block.since().isAfter(time);
    }

    @Override
    protected String noteOfPast(Instant time) {
        return NLS.bind(Messages.FirewallView_past, TimeText.moment(time, ZoneId.systemDefault()));
    }

    @Override
    protected void setVisible(boolean visible) {
        super.setVisible(visible);
        ticker.setVisible(visible);
    }

    /** Updates ages and times left each second; the system's counters are read at the rate of the list. */
    private void tick() {
        list.blocks();
        showAgain();
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.FirewallView_one : NLS.bind(Messages.FirewallView_many, rows);
    }
}
