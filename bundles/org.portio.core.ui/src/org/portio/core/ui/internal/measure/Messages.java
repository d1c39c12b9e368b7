// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String MeasuredColumns_age;
    public static String MeasuredColumns_seen;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
