// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Asks several things at the same time: a test waits once for all the answers that do not come, not once for each. */
public final class AtOnce {

    private AtOnce() {}

    /** Returns the answers in the order of the questions. */
    public static <T, R> List<R> ask(List<T> questions, Function<T, R> asker) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<R>> answers = questions.stream()
                    .map(question -> CompletableFuture.supplyAsync(() -> asker.apply(question), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
