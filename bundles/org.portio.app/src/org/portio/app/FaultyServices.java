// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.portio.core.system.FaultyService;
import org.portio.ui.StatusNews;
import org.portio.ui.UiThread;

/**
 * Says in the status line which services the window does without, because they threw, answered null, were late, or could not
 * be started. The Error Log has the details of each.
 */
final class FaultyServices {

    private static final String CAUSED_BY = "\nCaused by: ";

    private final Shell window;
    /** The faults of each, by its name. For the UI thread. */
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private FaultyServices(Shell window) {
        this.window = window;
    }

    /** Tells of all that there are and will be. */
    static FaultyServices tellIn(Shell window) {
        FaultyServices services = new FaultyServices(window);
        FaultyService.watch(services::add);
        FailedComponents.watch(services::add);
        return services;
    }

    /** Returns the reason for each that was left out until now, by its name. On the UI thread. */
    Map<String, String> reasons() {
        return Map.copyOf(reasons);
    }

    private void add(FaultyService faulty) {
        Bundle bundle = FrameworkUtil.getBundle(faulty.type());
        String name = bundle == null ? "" : bundle.getSymbolicName();
        add(faulty.type().getName(), name, reason(faulty));
    }

    private static String reason(FaultyService faulty) {
        return switch (faulty.fault()) {
            case THREW -> String.valueOf(faulty.cause());
            case NULL -> Messages.FaultyServices_null;
            case LATE -> Messages.FaultyServices_late;
        };
    }

    private void add(FailedComponents.Failed failed) {
        add(failed.type(), failed.bundle(), failed.failure() == null ? "" : cause(failed.failure()));
    }

    /** Returns the last cause in the text of a stack: around what a constructor throws, there is what called it. */
    private static String cause(String stack) {
        int cause = stack.lastIndexOf(CAUSED_BY);
        String last = cause < 0 ? stack : stack.substring(cause + CAUSED_BY.length());
        return last.strip().lines().findFirst().orElse("");
    }

    private String count() {
        int count = reasons.size();
        return count == 1 ? Messages.FaultyServices_one : NLS.bind(Messages.FaultyServices_many, count);
    }

    private void add(String type, String bundle, String reason) {
        UiThread.later(window, () -> {
            String name = NLS.bind(Messages.FaultyServices_name, type.substring(type.lastIndexOf('.') + 1), bundle);
            if (reasons.putIfAbsent(name, reason) == null) {
                StatusNews.tell(window, NLS.bind(Messages.FaultyServices_leftOut, name, reason));
                StatusNews.keep(
                        window, count(), NLS.bind(Messages.FaultyServices_kept, String.join(", ", reasons.keySet())));
            }
        });
    }
}
