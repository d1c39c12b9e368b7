// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

/** Says what becomes of a call. */
public sealed interface Answer {

    /** The call proceeds as asked. */
    Answer PROCEED = new Proceed();

    /** Lets the call proceed as asked. */
    record Proceed() implements Answer {}

    /**
     * Puts a socket of this process in place of the program's own, for a {@link CallKind#BIND} that this socket has already
     * done; the call succeeds. The program finds its options, and its descriptors as it set them.
     *
     * @param descriptor stays open here
     */
    record Give(int descriptor) implements Answer {}

    /**
     * Binds, or connects to, the same address with another port.
     *
     * @param port 1 to 65535; 0 to {@link CallKind#BIND} any that is free
     */
    record Elsewhere(int port) implements Answer {}

    /**
     * Refuses the call.
     *
     * @param errno the reason, as {@link Errno} has some
     */
    record Refuse(int errno) implements Answer {}
}
