// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.portio.core.ConnectionException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Subscription;

class WatchedListTest {

    private final Names names = new Names();

    @Test
    void theServiceIsWatchedWhileSomebodyLooks() throws InterruptedException {
        names.use("first");
        names.look("a view", true);
        assertEquals("watch first", names.next());

        names.look("another view", true);
        names.look("a view", false);
        names.look("another view", false);
        assertEquals("end first", names.next());
    }

    @Test
    void itIsFollowedFromOneServiceToTheNext() throws InterruptedException {
        names.look("a view", true);
        names.use("first");
        assertEquals("watch first", names.next());

        names.use("second");
        names.drop("first");
        assertEquals("end first", names.next());
        assertEquals("watch second", names.next());

        names.stopWatching();
        assertEquals("end second", names.next());
    }

    @Test
    void rowsStayWhileTheyCannotBeAskedForAndAreForgottenWithTheirService() {
        names.use("first");
        names.refresh();
        assertEquals(List.of("first"), names.state().rows());

        names.failing = true;
        names.refresh();
        assertEquals(List.of("first"), names.state().rows());
        assertEquals("no names", names.state().failure().getMessage());

        names.drop("first");
        assertEquals(List.of(), names.state().rows());
        assertFalse(names.state().known());
        assertNull(names.state().failure());
    }

    @Test
    void changesAreToldUntilTheSubscriptionIsClosed() {
        List<ListState<String>> told = new ArrayList<>();
        Subscription subscription = names.onChange(told::add);
        names.showRows(List.of("a"));
        names.showNote(new Note("line", "more"));
        names.showNote(new Note("line", "more"));
        subscription.close();
        subscription.close();
        names.showRows(List.of("b"));

        assertEquals(2, told.size());
        assertTrue(told.getFirst().known());
        assertEquals(new ListState<>(List.of("a"), true, null, new Note("line", "more")), told.getLast());
    }

    @Test
    void aNoteIsOneLineAndATipOfMany() {
        assertEquals(new Note("a · b", "c\nd"), Note.of(List.of("a", "", "b"), List.of("", "c", "d")));
        assertEquals(Note.NONE, Note.of(List.of(""), List.of()));
    }

    /** A list whose service is a name, which is its only row. */
    private static final class Names extends WatchedList<String, String> {

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        private boolean failing;

        @Override
        protected List<String> ask() throws ConnectionException {
            if (failing) {
                // Expected, so it is not logged: there is no log outside OSGi.
                throw new ConnectionException(Failure.of(Kind.PERMISSION, "no names"));
            }
            return service() == null ? List.of() : List.of(service());
        }

        @Override
        protected Subscription watch(String source) {
            seen.add("watch " + source);
            return () -> seen.add("end " + source);
        }

        private String next() throws InterruptedException {
            String event = seen.poll(60, TimeUnit.SECONDS);
            assertNotNull(event, "nothing happened");
            return event;
        }
    }
}
