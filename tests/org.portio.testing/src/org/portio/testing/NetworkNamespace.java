// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Moves single threads into a network namespace; the JDK has no API for it. */
public final class NetworkNamespace {

    /** A task to run there. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    private static final int CLONE_NEWNET = 0x40000000;

    private NetworkNamespace() {}

    /** Runs it in a thread of its own, which ends with it: no thread returns to the namespace of this process. */
    static <T> T call(String namespace, Work<T> work) throws IOException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                enter("/run/netns/" + namespace);
                result.complete(work.run());
            } catch (Throwable e) { // a failed assertion as well, which would be waited for in vain
                result.completeExceptionally(e);
            }
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw e;
            }
        }
    }

    private static void enter(String path) throws IOException {
        ValueLayout.OfInt word = ValueLayout.JAVA_INT;
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle open = link("open", FunctionDescriptor.of(word, ValueLayout.ADDRESS, word));
            MethodHandle setns = link("setns", FunctionDescriptor.of(word, word, word));
            MethodHandle close = link("close", FunctionDescriptor.of(word, word));
            MemorySegment name = arena.allocateFrom(path);
            int file = (int) open.invokeExact(name, 0);
            int moved = (int) setns.invokeExact(file, CLONE_NEWNET);
            int closed = (int) close.invokeExact(file);
            if (file < 0 || moved < 0 || closed < 0) {
                throw new IOException("cannot enter the network namespace " + path);
            }
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling the kernel failed", e);
        }
    }

    private static MethodHandle link(String name, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
    }
}
