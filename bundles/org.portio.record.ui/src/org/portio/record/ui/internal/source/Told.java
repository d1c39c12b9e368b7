// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.Coverage;

/**
 * Answers to the same question, from the disk and from memory. Numbers of accounts are unique within one of them only.
 *
 * @param recorded from the disk
 * @param recent from memory
 */
public record Told(Answer recorded, Answer recent) {

    static final Answer NOTHING = new Answer(List.of(), 0, List.of(), List.of());

    /** Returns all accounts. */
    public Stream<Account> accounts() {
        return Stream.concat(recorded.accounts().stream(), recent.accounts().stream());
    }

    /** Returns the number of all sockets of that time. */
    public long total() {
        return recorded.total() + recent.total();
    }

    /** Returns whether every one of them was told. */
    public boolean isComplete() {
        return recorded.accounts().size() + recent.accounts().size() == total();
    }

    /** Returns what PortIO did, by time. */
    public List<Act> acts() {
        return Stream.concat(recorded.acts().stream(), recent.acts().stream())
                .distinct()
                .sorted(Comparator.comparing(Act::time))
                .toList();
    }

    /** Returns the stretches that were watched, by time; they may overlap. */
    public List<Coverage> coverage() {
        return Stream.concat(recorded.coverage().stream(), recent.coverage().stream())
                .sorted(Comparator.comparing(Coverage::from))
                .toList();
    }
}
