// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.notice.Notice.Kind;

/** Tells of things that have a state, such as reservations, when it changes; of one that comes or goes only what is wanted. */
public final class StateRules {

    private final Kind kind;
    private final String textOfEnd;
    private Map<String, String> before;

    /**
     * Creates one that has seen nothing yet: what it is given first is told to nobody.
     *
     * @param textOfEnd what is said of one that has gone; empty if nothing is
     */
    public StateRules(Kind kind, String textOfEnd) {
        this.kind = kind;
        this.textOfEnd = textOfEnd;
    }

    /**
     * Returns what is told.
     *
     * @param states what each is called, with its state in the user's words
     */
    public synchronized List<Notice> of(Instant time, Map<String, String> states) {
        List<Notice> notices = new ArrayList<>();
        if (before != null) {
            before.forEach((subject, state) -> {
                String now = states.get(subject);
                if (now == null && !textOfEnd.isEmpty()) {
                    notices.add(new Notice(time, kind, subject, subject + " " + textOfEnd));
                } else if (now != null && !now.equals(state)) {
                    notices.add(new Notice(time, kind, subject, subject + " is " + now + "; it was " + state));
                }
            });
        }
        before = new LinkedHashMap<>(states);
        return List.copyOf(notices);
    }

    /** Forgets what was seen, as at the beginning: nobody looked meanwhile. */
    public synchronized void forget() {
        before = null;
    }
}
