// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A handler that keeps what it is told. */
public final class Told implements CallHandler {

    /** A result of a call. */
    public record Result(SocketCall call, int errno, InetSocketAddress bound) {}

    private final Function<SocketCall, Answer> answers;
    private final List<Result> results = new CopyOnWriteArrayList<>();

    public Told(Function<SocketCall, Answer> answers) {
        this.answers = answers;
    }

    public Told() {
        this(_ -> Answer.PROCEED);
    }

    @Override
    public Answer asked(SocketCall call) {
        return answers.apply(call);
    }

    @Override
    public void done(SocketCall call, int errno, InetSocketAddress bound) {
        results.add(new Result(call, errno, bound));
    }

    public List<Result> results() {
        return results;
    }

    /** Returns those of one kind. */
    public List<Result> of(CallKind kind) {
        return results.stream().filter(result -> result.call().kind() == kind).toList();
    }

    public Result only(CallKind kind) {
        List<Result> found = of(kind);
        if (found.size() != 1) {
            throw new AssertionError(kind + ": " + found);
        }
        return found.getFirst();
    }
}
