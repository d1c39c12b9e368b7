// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.io.IOException;
import java.nio.file.Path;

/** Thrown if a file of the past is not as it was written. The message says what is wrong, in a few words. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Null as long as it is not known. */
    private final transient Path file;

    public DamagedException(String what) {
        this(what, null, null);
    }

    private DamagedException(String what, Path file, Throwable cause) {
        super(what, cause);
        this.file = file;
    }

    /** Returns the same of this file. */
    public DamagedException in(Path damaged) {
        return new DamagedException(getMessage(), damaged, this);
    }

    public Path file() {
        return file;
    }
}
