// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import org.osgi.annotation.versioning.ProviderType;

/** Tells a listener of changes until it is closed. Closing it again does nothing. */
@FunctionalInterface
@ProviderType
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
