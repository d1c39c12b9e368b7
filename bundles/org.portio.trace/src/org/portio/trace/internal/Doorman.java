// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal;

import java.util.Optional;
import org.portio.core.kernel.Syscalls;
import org.portio.trace.CallHandler;
import org.portio.trace.internal.call.Listener;
import org.portio.trace.internal.call.Notice;
import org.portio.trace.internal.process.Caller;
import org.portio.trace.internal.process.Callers;
import org.portio.trace.internal.process.Members;

/**
 * Answers the calls that wait at a door, one after the other, as long as anybody could call: a call that nobody answers fails
 * with ENOSYS. So whatever goes wrong here, the call proceeds.
 */
public final class Doorman implements Runnable {

    private final Listener listener;
    private final Callers callers;
    private final Members members;
    private final Execution execution;
    private volatile CallHandler handler;

    /** Makes one that works on another thread than this. */
    public Doorman(int descriptor, Members members, CallHandler handler) {
        Syscalls kernel = new Syscalls();
        this.listener = new Listener(descriptor, kernel);
        this.callers = new Callers(kernel);
        this.members = members;
        this.handler = handler;
        execution = new Execution(listener, kernel);
    }

    /** Asks nobody any more; calls proceed. */
    public void retire() {
        handler = new Unasked();
    }

    @Override
    public void run() {
        listener.hurry();
        Listener.Wait wait;
        do {
            wait = listener.await();
            if (wait == Listener.Wait.CALL && listener.receive()) {
                serve(listener.id());
            }
        } while (wait != Listener.Wait.OVER);
        listener.close();
    }

    private void serve(long id) {
        try {
            Optional<Notice> notice = listener.read();
            if (notice.isEmpty() || !serve(notice.get())) {
                listener.proceed(id);
            }
        } catch (Throwable failure) { // out of memory as well: the program must not stand still
            listener.proceed(id);
            System.getLogger(Doorman.class.getName())
                    .log(System.Logger.Level.WARNING, "a program's call was let pass unseen", failure);
        }
    }

    /** Returns whether the call was answered. */
    private boolean serve(Notice notice) {
        AskedCall asked = new AskedCall(notice, listener.memory());
        if (!asked.isOfInterest()) {
            return false;
        }
        try (Caller caller = callers.of(notice.thread())) {
            execution.take(caller, notice.descriptor());
            if (!asked.complete(caller, execution.socket()) || !listener.isWaiting(notice.id())) {
                return false;
            }
            members.saw(caller.pid());
            CallHandler current = handler;
            return execution.carryOut(current.asked(asked.call()), asked, caller, current);
        } finally {
            execution.socket().close();
        }
    }
}
