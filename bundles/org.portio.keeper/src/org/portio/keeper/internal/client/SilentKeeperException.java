// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import org.portio.keeper.KeeperException;

/** A keeper is there, but it does not answer in time. */
final class SilentKeeperException extends KeeperException {

    private static final long serialVersionUID = 1L;

    SilentKeeperException(String message, Throwable cause) {
        super(message, cause);
    }
}
