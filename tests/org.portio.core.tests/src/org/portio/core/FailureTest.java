// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Remedy;

class FailureTest {

    private static final Failure TAKEN = Failure.of(Kind.CONFLICT, "TCP 80 is taken", "end its owner");

    @Test
    void keepsWhatHappenedApartFromWhatToDo() {
        ConnectionException failure = new ConnectionException(TAKEN);

        assertEquals(Kind.CONFLICT, failure.kind());
        assertEquals("TCP 80 is taken", failure.what());
        assertEquals(Remedy.advice("end its owner"), failure.remedy());
        assertEquals("TCP 80 is taken; end its owner", failure.getMessage());
    }

    @Test
    void isToldInOneLineOrInTwo() {
        assertEquals("TCP 80 is taken; end its owner", TAKEN.message());
        assertEquals("TCP 80 is taken\nEnd its owner", TAKEN.lines());
        assertEquals("Why", Failure.of(Kind.FAILED, "why").lines());
    }

    @Test
    void needsNoAdvice() {
        assertEquals(Failure.of(Kind.FAILED, "why"), Failure.of(Kind.FAILED, "why", ""));
        assertEquals("why", new ConnectionException(Failure.of(Kind.FAILED, "why")).getMessage());
    }

    @Test
    void passesFromOneExceptionToAnotherUnchanged() {
        ConnectionException first = new ConnectionException(TAKEN);
        ConnectionException second = new ConnectionException(first.failure(), first);

        assertEquals(TAKEN, second.failure());
        assertSame(first, second.getCause());
    }

    @Test
    void differsIfAnyOfItsPartsDoes() {
        assertNotEquals(TAKEN, Failure.of(Kind.CONFLICT, "TCP 80 is taken"));
        assertNotEquals(TAKEN, Failure.of(Kind.PERMISSION, "TCP 80 is taken", "end its owner"));
    }
}
