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
 * Runs nothing: it remembers what it was asked to run, and answers as the test said. The longest prefix of the
 * command that has an answer wins; a command without an answer counts as a missing program.
 */
public final class RecordingRunner implements CommandRunner {

    /** A command that was run, and its standard input. */
    public record Call(String command, String input) {}

    private record Answer(String prefix, Deque<Object> results) {
        /** Returns the next one, or the last again and again. */
        Object next() {
            return results.size() > 1 ? results.poll() : results.peek();
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** Makes a command with this beginning, its words joined by blanks, end with exit code 0 after writing this. */
    public RecordingRunner answer(String prefix, String out) {
        return answer(prefix, 0, out, "");
    }

    /** If the same prefix is answered several times, each answer is given once, and the last one from then on. */
    public RecordingRunner answer(String prefix, int exitCode, String out, String err) {
        return add(prefix, new Result(exitCode, out, err));
    }

    /** Makes a command with this beginning missing, or never end. */
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

    /** Returns everything that was run, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the commands that were run, without their input. */
    public List<String> commands() {
        return calls.stream().map(Call::command).toList();
    }
}
