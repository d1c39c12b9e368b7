// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/** What was asked for needs more privileges. The message says which, or how to get them. */
public class PermissionException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    public PermissionException(String message, Throwable cause) {
        super(message, cause);
    }
}
