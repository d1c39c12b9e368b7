// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal;

import java.net.InetSocketAddress;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.SocketCall;

/** Lets all calls proceed, and keeps nothing. */
public final class Unasked implements CallHandler {

    @Override
    public Answer asked(SocketCall call) {
        return Answer.PROCEED;
    }

    @Override
    public void done(SocketCall call, int errno, InetSocketAddress bound) {
        // Nobody wants to know.
    }
}
