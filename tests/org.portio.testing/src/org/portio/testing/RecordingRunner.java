// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.portio.core.system.CommandRunner;

/**
 * Runs nothing: it remembers what it was asked to run, and answers as the test said. The longest prefix of the command
 * that has an answer wins; what has none is as a program that is not there.
 */
public final class RecordingRunner implements CommandRunner {

    /** A command that was run, and what it would have read from standard input. */
    public record Call(String command, String input) {}

    private record Answer(String prefix, Deque<Object> results) {
        /** The next one, or the last again and again. */
        Object next() {
            return results.size() > 1 ? results.poll() : results.peek();
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** A command that starts so, its words joined by blanks, ends with exit code 0 and has written this. */
    public RecordingRunner answer(String prefix, String out) {
        return answer(prefix, 0, out, "");
    }

    /** Where the same prefix is answered several times, each answer is given once, and the last from then on. */
    public RecordingRunner answer(String prefix, int exitCode, String out, String err) {
        return add(prefix, new Result(exitCode, out, err));
    }

    /** A command that starts so is not there, or does not end. */
    public RecordingRunner fail(String prefix, String message) {
        return add(prefix, new IOException(message));
    }

    private RecordingRunner add(String prefix, Object result) {
        for (Answer answer : answers) {
            if (answer.prefix().equals(prefix)) {
                answer.results().add(result);
                return this;
            }
        }
        answers.add(new Answer(prefix, new ArrayDeque<>(List.of(result))));
        return this;
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) throws IOException {
        String line = String.join(" ", command);
        calls.add(new Call(line, input));
        Answer best = null;
        for (Answer answer : answers) {
            if (line.startsWith(answer.prefix())
                    && (best == null || answer.prefix().length() > best.prefix().length())) {
                best = answer;
            }
        }
        if (best == null) {
            throw new IOException("Cannot run program \"" + command.getFirst() + "\": No such file or directory");
        }
        Object next = best.next();
        if (next instanceof IOException failure) {
            throw failure;
        }
        return (Result) next;
    }

    /** All that was run, in its order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The commands that were run, without what they read. */
    public List<String> commands() {
        return calls.stream().map(Call::command).toList();
    }
}
