// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.osgi.annotation.versioning.ProviderType;

/** The backend that the user wants. Whoever keeps that choice, the workbench's preferences, say, publishes it as a service. */
@FunctionalInterface
@ProviderType
public interface BackendChoice {

    /** Returns the name of the backend, asked again each time; empty for the one that is taken automatically. */
    String backend();
}
