// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.Output;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.HistoryTail;
import org.portio.record.HistoryTail.Told;
import org.portio.record.Question;
import org.portio.record.RecordException;

/** Goes on with an answer live, until nobody reads it any more. */
final class Following {

    private static final long POLL_MILLIS = 250;

    private final Question question;
    private final HistoryTail tail;
    private final Followed followed;
    private final Output output;
    /** The sockets that are shown as open: what becomes of them is told, also if the filters choose it no more. */
    private final Set<Long> shown = new HashSet<>();

    private boolean recorded = true;

    Following(Question question, HistoryTail tail, Followed followed, Output output) {
        this.question = question;
        this.tail = tail;
        this.followed = followed;
        this.output = output;
    }

    /**
     * Runs until the reader of the output has gone.
     *
     * @param answer what was known at a moment after the tail had begun
     */
    ExitCode run(Answer answer) throws RecordException, InterruptedException {
        answer.accounts().forEach(this::print);
        answer.acts().forEach(followed::print);
        // What was told between the two is in both.
        Set<Object> printed = new HashSet<>(answer.accounts());
        printed.addAll(answer.acts());
        while (true) {
            Told told = tail.poll();
            print(told, printed);
            printed.clear();
            note(told.watched());
            if (output.out.checkError()) {
                return ExitCode.OK;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void print(Told told, Set<Object> printed) {
        told.accounts().stream()
                .filter(account -> shown.contains(account.id()) || question.chooses(account.connection()))
                .filter(account -> !printed.contains(account))
                .forEach(this::print);
        told.acts().stream()
                .filter(act -> question.chooses(act) && !printed.contains(act))
                .forEach(followed::print);
    }

    private void print(Account account) {
        followed.print(account);
        if (account.isOpen()) {
            shown.add(account.id());
        } else {
            shown.remove(account.id());
        }
    }

    /** Says when nobody records any more, and when somebody does again: that nothing is printed means something only then. */
    private void note(Instant now) {
        boolean isRecorded = now != null && now.isAfter(Instant.now().minus(CoverageNotes.BEHIND));
        if (recorded && !isRecorded) {
            output.note(
                    "nothing is being recorded, so what happens now is not watched; have it recorded: portio history"
                            + " on");
        } else if (!recorded && isRecorded) {
            output.note("sockets are being recorded from now on");
        }
        recorded = isRecorded;
    }
}
