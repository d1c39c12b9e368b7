// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.opentest4j.TestAbortedException;

/**
 * Runs something as the user nobody, in a thread that ends with it. To Linux each thread has a user of its own, which libc
 * hides; the system call itself changes the thread's alone.
 */
final class OtherUser {

    private static final long NOBODY = 65_534;

    private OtherUser() {}

    static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> {
            becomeNobody();
            return work.call();
        });
        Thread.ofPlatform().daemon().start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        }
    }

    private static void becomeNobody() {
        long result;
        try {
            ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
            MethodHandle syscall = Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                            FunctionDescriptor.of(word, word, word, word, word));
            result = (long) syscall.invokeExact(setresuid(), NOBODY, NOBODY, NOBODY);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        if (result != 0) {
            throw new TestAbortedException("skipped: only root can become another user");
        }
    }

    private static long setresuid() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> 117;
            case "aarch64" -> 147;
            default -> throw new TestAbortedException("skipped: the number of setresuid is not known here");
        };
    }
}
