// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;

/**
 * A service of an extension, made without OSGi. It is asked on a thread of its own; what it throws, and that it does not
 * answer in time, is remembered as the extension's failure. That it says what the system or the user did wrong is not one.
 *
 * @param <S> the type of the service
 */
public final class Offered<S> {

    /** Asks a service; whatever it throws is the service's fault. */
    @FunctionalInterface
    public interface Question<S, R> {
        R to(S service) throws Exception;
    }

    private final S service;
    private final int ranking;
    private final String extension;
    private final Path file;
    private final Extensions all;

    /**
     * Offers a service.
     *
     * @param extension id of the extension that it comes from
     * @param all where failures are remembered
     */
    public Offered(S service, int ranking, String extension, Path file, Extensions all) {
        this.service = service;
        this.ranking = ranking;
        this.extension = extension;
        this.file = file;
        this.all = all;
    }

    /** Returns the id of the extension. */
    public String extension() {
        return extension;
    }

    public int ranking() {
        return ranking;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws ExtensionException if there is none, or it is null; the message names the extension
     */
    public <R> R ask(Duration limit, Question<? super S, R> question) throws ExtensionException {
        CompletableFuture<R> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("portio-asks-" + extension).start(() -> {
            try {
                answer.complete(question.to(service));
            } catch (Throwable e) { // An error of the extension is not one of PortIO.
                answer.completeExceptionally(e);
            }
        });
        try {
            R value = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                throw failed(new Fault(Instant.now(), Fault.Kind.THREW, name(), "nothing, but answered null"), null);
            }
            return value;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PortioException known) {
                throw new ExtensionException(known.failure(), known);
            }
            if (e.getCause() instanceof IOException io) {
                throw failure("could not go to its end: " + io.getMessage(), io);
            }
            throw failed(Fault.of(e.getCause(), Instant.now(), this::isOwn), e.getCause());
        } catch (TimeoutException e) {
            throw failed(new Fault(Instant.now(), Fault.Kind.SLOW, name(), "(" + limit.toSeconds() + " s)"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted", e);
        }
    }

    private String name() {
        return service.getClass().getName();
    }

    private boolean isOwn(String className) {
        try {
            ClassLoader loader = service.getClass().getClassLoader();
            return Class.forName(className, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError _) {
            return false;
        }
    }

    private ExtensionException failed(Fault fault, Throwable cause) {
        boolean off = false;
        try {
            off = all.failed(extension, file, fault);
        } catch (ExtensionException _) {
            // What is told now is more than what would be remembered.
        }
        return failure(fault.text() + (off ? "; it is switched off from now on" : ""), cause);
    }

    private ExtensionException failure(String what, Throwable cause) {
        return new ExtensionException(Failure.of(Kind.FAILED, "the extension " + extension + " " + what), cause);
    }
}
