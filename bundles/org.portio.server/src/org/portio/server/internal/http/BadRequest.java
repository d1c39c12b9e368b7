// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.http;

import java.io.IOException;

/** Thrown if a client did not send an HTTP request that can be answered. */
public final class BadRequest extends IOException {

    private static final long serialVersionUID = 1L;

    private final String status;

    BadRequest(String status, String message) {
        super(message);
        this.status = status;
    }

    public static BadRequest malformed(String why) {
        return new BadRequest("400 Bad Request", why);
    }

    /** Returns the answer's status code and reason. */
    public String status() {
        return status;
    }
}
