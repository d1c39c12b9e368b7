// SPDX-License-Identifier: EPL-2.0
package org.portio.app.elevation;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String RestartAsAdministrator_failed;
    public static String RestartAsAdministrator_job;
    public static String RestartAsAdministrator_notStarted;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
