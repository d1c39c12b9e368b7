// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.DoorException;

/** The door that the methods of one test, or of one class, go through. */
final class TestDoor implements AutoCloseable {

    private record Outcome<T>(T value, Throwable failure) {}

    private final Door door;
    private volatile Thread runner;

    private TestDoor(Door door) {
        this.door = door;
    }

    static TestDoor open() throws DoorException {
        return new TestDoor(Door.open(Set.of(CallKind.BIND), Doorway.ofThisProcess()));
    }

    /** Runs a method on the door's thread. To interrupt the caller, as a timeout of JUnit does, interrupts the method. */
    <T> T run(Invocation<T> invocation) throws Throwable {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        FutureTask<Outcome<T>> task = new FutureTask<>(() -> door.start(() -> {
            runner = Thread.currentThread();
            runner.setContextClassLoader(loader);
            return proceed(invocation);
        }));
        Thread.ofPlatform().daemon().name("portio-test").start(task);
        Outcome<T> outcome = await(task);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return outcome.value();
    }

    private static <T> Outcome<T> proceed(Invocation<T> invocation) {
        try {
            return new Outcome<>(invocation.proceed(), null);
        } catch (Throwable failure) { // what JUnit itself throws as well, as for a test that is not to be run
            return new Outcome<>(null, failure);
        }
    }

    private <T> Outcome<T> await(FutureTask<Outcome<T>> task) throws ExecutionException {
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException _) {
                Thread current = runner;
                if (current != null) {
                    current.interrupt();
                }
            }
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
