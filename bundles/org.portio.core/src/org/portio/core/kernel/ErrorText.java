// SPDX-License-Identifier: EPL-2.0
package org.portio.core.kernel;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Gives the system's text for an error, for people; programs go by the number. */
public final class ErrorText {

    private static final long LONGEST = 256;

    private ErrorText() {}

    /** Gives the text of strerror(3) for a number that {@link Syscalls#errno()} gave. */
    public static String of(int errno) {
        Linker linker = Linker.nativeLinker();
        MethodHandle strerror = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("strerror"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try {
            MemorySegment text = (MemorySegment) strerror.invokeExact(errno);
            return text.reinterpret(LONGEST).getString(0);
        } catch (Throwable failure) {
            throw new IllegalStateException("calling the kernel failed", failure);
        }
    }
}
