// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A service that some bundle has published, and that may be as faulty as it likes: whatever it throws, that it answers null,
 * and that it does not answer in time is told to whoever asked, and to the log and the watchers of {@link FaultyService} once. It is asked on a thread of its
 * own, and not again while it still works on a question that it was late with.
 *
 * @param <S> the type of the service
 */
public final class Contribution<S> {

    /** Asks a service; whatever it throws is the service's fault. */
    @FunctionalInterface
    public interface Question<S, R> {
        R to(S service) throws Exception;
    }

    /** The reason for a missing answer. */
    public enum Fault {
        THREW,
        NULL,
        LATE
    }

    /**
     * The result of a question.
     *
     * @param value null if there is a fault
     * @param fault null if there is an answer
     */
    public record Answer<R>(R value, Fault fault) {
        public R or(R other) {
            return fault == null ? value : other;
        }
    }

    private static final long IDLE_SECONDS = 10;

    private final S service;
    private final int ranking;
    private final Set<Fault> logged = EnumSet.noneOf(Fault.class);
    private ThreadPoolExecutor thread;
    private volatile CompletableFuture<?> late;
    /** The one that works on a question; null if none does. */
    private volatile Thread asked;

    /**
     * Returns one to be asked from now on.
     *
     * @param ranking the higher comes first
     */
    public Contribution(S service, int ranking) {
        this.service = service;
        this.ranking = ranking;
    }

    public S service() {
        return service;
    }

    public int ranking() {
        return ranking;
    }

    /** Asks, and waits for the answer. */
    public <R> Answer<R> ask(Duration limit, Question<? super S, R> question) {
        return await(begin(question), limit);
    }

    /** Asks on the very thread that calls this, for a service that never waits for anything. */
    public <R> Answer<R> askHere(Question<? super S, R> question) {
        try {
            R value = question.to(service);
            return value == null ? failed(Fault.NULL, "answered null", null) : new Answer<>(value, null);
        } catch (Throwable e) {
            return failed(Fault.THREW, "failed", e);
        }
    }

    /** Tells that each answer was in time, and all of them together were not. */
    public void tellSlow(Duration together) {
        failed(Fault.LATE, "takes too long", new LateAnswer(together, asked));
    }

    /** Asks, and does not wait. */
    <R> CompletableFuture<R> begin(Question<? super S, R> question) {
        CompletableFuture<?> unanswered = late;
        CompletableFuture<R> answer = new CompletableFuture<>();
        if (unanswered != null && !unanswered.isDone()) {
            return answer;
        }
        thread().execute(() -> {
            asked = Thread.currentThread();
            try {
                answer.complete(question.to(service));
            } catch (Throwable e) { // A class that is missing, or a stack that is too deep, is no fault of who asks.
                answer.completeExceptionally(e);
            } finally {
                asked = null;
            }
        });
        return answer;
    }

    /** Made when it is needed first, which costs a command nothing that asks on its own. */
    private synchronized ThreadPoolExecutor thread() {
        if (thread == null) {
            thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                // Not the simple name, for which Java looks for the class around it, and that may be missing.
                Thread made = new Thread(task, "portio-asks-" + name());
                made.setDaemon(true);
                return made;
            });
            thread.allowCoreThreadTimeOut(true);
        }
        return thread;
    }

    <R> Answer<R> await(CompletableFuture<R> answer, Duration limit) {
        CompletableFuture<?> unanswered = late;
        boolean isLate = unanswered != null && !unanswered.isDone();
        try {
            R value = answer.get(isLate ? 0 : limit.toNanos(), TimeUnit.NANOSECONDS);
            return value == null ? failed(Fault.NULL, "answered null", null) : new Answer<>(value, null);
        } catch (TimeoutException _) {
            late = isLate ? unanswered : answer;
            return failed(Fault.LATE, "did not answer in time", new LateAnswer(limit, asked));
        } catch (ExecutionException e) {
            return failed(Fault.THREW, "failed", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer<>(null, Fault.LATE);
        }
    }

    private <R> Answer<R> failed(Fault fault, String how, Throwable cause) {
        boolean isFirst;
        synchronized (logged) {
            isFirst = logged.add(fault);
        }
        if (isFirst) {
            System.getLogger(Contribution.class.getName())
                    .log(System.Logger.Level.WARNING, "left out, because it " + how + ": " + name(), cause);
            FaultyService.tell(new FaultyService(service.getClass(), fault, cause));
        }
        return new Answer<>(null, fault);
    }

    private String name() {
        return service.getClass().getName();
    }
}
