// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;

/** Thrown if a part of the past is in the format of another version of PortIO, which this one cannot read. */
public final class OtherVersionException extends IOException {

    private static final long serialVersionUID = 1L;

    public OtherVersionException() {
        super("another version of PortIO has written it");
    }
}
