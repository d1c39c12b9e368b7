// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Parts of the product that this start does without.
 *
 * @param damage what is wrong with the product's files, as the start found out before Equinox; empty if nothing is
 * @param unusable names of the bundles that lack something which they need
 * @param failed names of the bundles that were to be started with PortIO, and could not be
 */
record LeftOut(String damage, List<String> unusable, List<String> failed) {

    /**
     * The system property in which {@code org.portio.cli.start.WorkbenchStart} leaves what it found, one damage per
     * line.
     */
    private static final String PROPERTY = "portio.damage";

    static LeftOut ofSystem() {
        BundleContext context = FrameworkUtil.getBundle(LeftOut.class).getBundleContext();
        List<Bundle> bundles = List.of(context.getBundles());
        int level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkStartLevel.class)
                .getStartLevel();
        return new LeftOut(
                System.getProperty(PROPERTY, ""),
                names(bundles, bundle -> bundle.getState() == Bundle.INSTALLED),
                names(bundles, bundle -> hasFailed(bundle, level)));
    }

    private static List<String> names(List<Bundle> bundles, Predicate<Bundle> condition) {
        return bundles.stream().filter(condition).map(Bundle::getSymbolicName).toList();
    }

    /** Returns whether a bundle does not run although it is marked to, and its turn has come; a fragment never runs. */
    private static boolean hasFailed(Bundle bundle, int level) {
        BundleStartLevel start = bundle.adapt(BundleStartLevel.class);
        return bundle.getState() == Bundle.RESOLVED
                && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                && start.isPersistentlyStarted()
                && start.getStartLevel() <= level;
    }

    /** Returns what there is to tell, a line for each part; empty if all is there. */
    String text() {
        return (damage + line(Messages.LeftOut_unusable, unusable) + line(Messages.LeftOut_failed, failed)).strip();
    }

    private static String line(String text, List<String> bundles) {
        return bundles.isEmpty() ? "" : "\n" + NLS.bind(text, String.join(", ", bundles));
    }

    /** Says so in the Error Log, and in a notice that is in nobody's way. */
    void tell(Shell window) {
        if (!text().isEmpty()) {
            ILog.of(LeftOut.class).warn(Messages.LeftOut_message + "\n" + text());
            new Notice(window, Messages.LeftOut_title, Messages.LeftOut_message, text()).open();
        }
    }
}
