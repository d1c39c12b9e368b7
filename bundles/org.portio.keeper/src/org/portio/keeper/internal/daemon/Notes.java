// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import org.portio.core.system.ActionLog;
import org.portio.keeper.internal.runtime.KeeperLog;

/** Writes what was done into the log of actions. Failures to write are noted in the keeper's own log. */
final class Notes {

    /** Something that either ends with a result or fails. */
    @FunctionalInterface
    public interface Action<T, E extends Exception> {
        T run() throws E;
    }

    /** Something that has no result, or fails. */
    @FunctionalInterface
    public interface Step<E extends Exception> {
        void run() throws E;
    }

    /** Tells a result in a few words. */
    @FunctionalInterface
    interface Teller<T> {
        String tell(T result);
    }

    private final ActionLog actions;
    private final KeeperLog log;

    Notes(ActionLog actions, KeeperLog log) {
        this.actions = actions;
        this.log = log;
    }

    /** Runs it, and notes how it ended. */
    <T, E extends Exception> T note(String action, Object what, Action<T, E> run, Teller<T> teller) throws E {
        String result = "failed";
        try {
            T done = run.run();
            result = teller.tell(done);
            return done;
        } catch (Exception e) {
            result = "failed: " + e.getMessage();
            throw e;
        } finally {
            write(action, what, result);
        }
    }

    /** Runs it, and notes it only if it fails: what follows from it is noted elsewhere. */
    <E extends Exception> void noteFailure(String action, Object what, Step<E> step) throws E {
        try {
            step.run();
        } catch (Exception e) {
            write(action, what, "failed: " + e.getMessage());
            throw e;
        }
    }

    void write(String action, Object what, String result) {
        try {
            actions.write(action, what.toString(), "keeper", result);
        } catch (IOException e) {
            log.write("The log of actions could not be written (" + action + " " + what + ": " + result + ")", e);
        }
    }
}
