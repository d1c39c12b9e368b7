// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fault of a foreign service instead of an answer. */
public enum Faults {
    NULL {
        @Override
        public <T> T instead() {
            return null;
        }
    },
    EXCEPTION {
        @Override
        public <T> T instead() {
            throw new IllegalStateException("broken on purpose");
        }
    },
    MISSING_CLASS {
        @Override
        public <T> T instead() {
            throw new NoClassDefFoundError("org/example/Missing");
        }
    },
    STACK_OVERFLOW {
        @Override
        public <T> T instead() {
            return instead();
        }
    },
    ASSERTION {
        @Override
        public <T> T instead() {
            throw new AssertionError("broken on purpose");
        }
    },
    HANG {
        @Override
        public <T> T instead() {
            try {
                new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return null;
        }
    };

    /** Far below the minute that {@link #HANG} takes, and above what a busy machine needs for everything else. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Commits the fault. */
    public abstract <T> T instead();
}
