// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Parts of the product that this start does without.
 *
 * @param damage what is wrong with the product's files, as the start found out before Equinox; empty if nothing is
 * @param unusable names of the bundles that lack something which they need
 */
record LeftOut(String damage, List<String> unusable) {

    /** Where {@code org.portio.cli.start.WorkbenchStart} leaves what it found, one damage a line. */
    private static final String PROPERTY = "portio.damage";

    static LeftOut ofSystem() {
        BundleContext context = FrameworkUtil.getBundle(LeftOut.class).getBundleContext();
        List<String> unusable = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName)
                .toList();
        return new LeftOut(System.getProperty(PROPERTY, ""), unusable);
    }

    /** Returns what there is to tell, a line for each part; empty if all is there. */
    String text() {
        String rest = unusable.isEmpty() ? "" : NLS.bind(Messages.LeftOut_unusable, String.join(", ", unusable));
        return (damage + "\n" + rest).strip();
    }

    /** Says so in the Error Log, and in a notice that is in nobody's way. */
    void tell(Shell window) {
        if (!text().isEmpty()) {
            ILog.of(LeftOut.class).warn(Messages.LeftOut_message + "\n" + text());
            new Notice(window, Messages.LeftOut_title, Messages.LeftOut_message, text()).open();
        }
    }
}
