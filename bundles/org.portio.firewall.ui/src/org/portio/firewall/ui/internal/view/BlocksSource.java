// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.Map;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.system.Subscription;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.ui.list.ListState;

/** Tells expressions in plugin.xml whether there are ports to unblock. */
public final class BlocksSource extends AbstractSourceProvider {

    /** Variable with the value {@link #NONE} or {@link #SOME}; the latter also if it is not known. */
    static final String VARIABLE = "org.portio.firewall.ui.blocks";

    static final String NONE = "none";
    static final String SOME = "some";

    private BlockList list;
    private Subscription subscription;
    private String told = SOME;

    @Override
    public void initialize(IServiceLocator locator) {
        list = BlockList.of(locator);
        told = value(list.state());
        subscription = list.onChange(_ -> tellLater());
    }

    private void tellLater() {
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(this::tell);
        }
    }

    private void tell() {
        String now = value(list.state());
        if (!now.equals(told)) {
            told = now;
            fireSourceChanged(ISources.WORKBENCH, VARIABLE, now);
        }
    }

    /** Returns the value, which assumes blocks if the firewall has not answered or failed. */
    static String value(ListState<Block> state) {
        boolean known = state.known() && state.failure() == null;
        return known && state.rows().isEmpty() ? NONE : SOME;
    }

    @Override
    public Map<String, String> getCurrentState() {
        return Map.of(VARIABLE, told);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {VARIABLE};
    }

    @Override
    public void dispose() {
        subscription.close();
    }
}
