// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.osgi.annotation.versioning.ProviderType;

/** The rules of the system's firewall, whoever made them. */
@FunctionalInterface
@ProviderType
public interface SystemRules {

    /** Reads them as they are now; {@link Outlook#UNKNOWN} if this user may not see them. Not for the UI's thread. */
    Outlook outlook();
}
