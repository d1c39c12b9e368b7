// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.util.List;
import org.portio.cli.text.Output;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;

/** Prints all that is told, each as one line of JSON. */
record FollowedLines(Output output) implements Followed {

    @Override
    public void print(Account account) {
        HistoryJson.lines(new Answer(List.of(account), 1, List.of(), List.of())).forEach(output::json);
    }

    @Override
    public void print(Act act) {
        HistoryJson.lines(new Answer(List.of(), 0, List.of(act), List.of())).forEach(output::json);
    }
}
