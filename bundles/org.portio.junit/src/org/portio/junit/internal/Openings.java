// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.portio.core.Protocol;

/**
 * The stacks by which this process makes sockets listen. Java's own flight recorder takes them down (the event
 * {@code jdk.MethodTrace}, since Java 25); it cannot tell which port a stack belongs to.
 */
final class Openings {

    private static final String EVENT = "jdk.MethodTrace";
    private static final String TCP = "sun.nio.ch.NioSocketImpl::listen;sun.nio.ch.ServerSocketChannelImpl::netBind";
    private static final String UDP = "sun.nio.ch.DatagramChannelImpl::bindInternal";
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** A stack that ended in a listening socket, the innermost frame first. */
    record Opening(Protocol protocol, List<StackTraceElement> stack) {

        /** Returns the place outside of Java's own classes. */
        StackTraceElement place() {
            return stack.stream()
                    .filter(frame -> !isOfJava(frame.getClassName()))
                    .findFirst()
                    .orElse(stack.getFirst());
        }

        private static boolean isOfJava(String type) {
            return List.of("java.", "javax.", "jdk.", "sun.", "com.sun.").stream()
                    .anyMatch(type::startsWith);
        }
    }

    private final Recording recording;

    private Openings(Recording recording) {
        this.recording = recording;
    }

    /** Begins to record, until this process ends; nothing is recorded if this Java cannot. */
    static Openings record() {
        try {
            Recording recording = new Recording();
            recording.setName("PortIO: who opens ports");
            recording.setMaxAge(KEPT);
            recording
                    .enable(EVENT)
                    .with("filter", TCP + ";" + UDP)
                    .withStackTrace()
                    .withoutThreshold();
            recording.start();
            return new Openings(recording);
        } catch (IllegalStateException | SecurityException | LinkageError e) {
            System.getLogger(Openings.class.getName())
                    .log(System.Logger.Level.INFO, "leaks are shown without their stacks: {0}", e.getMessage());
            return new Openings(null);
        }
    }

    /** Returns those since then, the oldest first. */
    List<Opening> since(Instant time) throws IOException {
        if (recording == null) {
            return List.of();
        }
        Path file = Files.createTempFile("portio-openings", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(EVENT)
                            && !event.getEndTime().isBefore(time)
                            && event.getStackTrace() != null)
                    .map(Openings::opening)
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    private static Opening opening(RecordedEvent event) {
        RecordedMethod method = event.getValue("method");
        Protocol protocol = UDP.startsWith(method.getType().getName()) ? Protocol.UDP : Protocol.TCP;
        return new Opening(
                protocol,
                event.getStackTrace().getFrames().stream()
                        .map(Openings::element)
                        .toList());
    }

    private static StackTraceElement element(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        String top = type.replaceFirst("\\$.*", "");
        String file = top.substring(top.lastIndexOf('.') + 1) + ".java";
        return new StackTraceElement(type, frame.getMethod().getName(), file, frame.getLineNumber());
    }
}
