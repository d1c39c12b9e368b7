// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Code of an extension that holds the thread of the window, on which these tests run. */
@ExtendWith(InWorkbench.class)
class HeldWindowTest {

    private static final String ID = "holds";

    private final Installed installed = new Installed();

    @AfterEach
    void remove() throws Exception {
        installed.removeAll();
        Ui.until("it is gone", () -> installed.bundle(ID).isEmpty());
    }

    @Test
    void isNamedAndInterrupted() throws Exception {
        installed.putCaller(ID, "Thread.sleep(600_000); return null;");
        Ui.until("it is there", () -> installed.services(ID).size() == 1);

        Callable<?> holding = installed.service(ID, 0);
        assertThrows(InterruptedException.class, holding::call);

        Ui.until("it is named", () -> installed.faults(ID).size() == 1);
        String fault = installed.faults(ID).getFirst();
        assertTrue(fault.matches("took too long \\(.*\\), at holds\\.Caller\\.call\\(Caller\\.java:1\\)"), fault);
    }
}
