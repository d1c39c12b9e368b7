// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/** Tells a listener of changes until it is closed. Closing it again does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
