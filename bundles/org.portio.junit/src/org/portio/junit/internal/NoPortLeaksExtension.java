// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionKey;
import org.portio.junit.NoPortLeaks;
import org.portio.junit.internal.Openings.Opening;

/** Looks at what listens before and after a test or a class with {@link NoPortLeaks}. */
public final class NoPortLeaksExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(NoPortLeaksExtension.class);

    /** Made with the first such test, for it takes some hundred milliseconds. */
    private static final class Shared {
        static final Listeners LISTENERS = new Listeners();
        static final boolean VISIBLE = LISTENERS.areVisible();
        static final Openings OPENINGS = Openings.record();
    }

    /** The sockets that were there when a test or class began; leaks that were told are added, so that nobody is told twice. */
    private record Start(Instant time, Set<ConnectionKey> known) {}

    @Override
    public void beforeAll(ExtensionContext context) throws ConnectionException {
        begin(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws ConnectionException {
        begin(context);
    }

    private static void begin(ExtensionContext context) throws ConnectionException {
        if (!Shared.VISIBLE) {
            context.publishReportEntry("@NoPortLeaks", "nobody has looked: this system does not show its sockets");
            return;
        }
        context.getStore(NAMESPACE)
                .put(
                        context.getUniqueId(),
                        new Start(
                                Instant.now(),
                                new HashSet<>(Shared.LISTENERS.read().keySet())));
    }

    @Override
    public void afterEach(ExtensionContext context) throws ConnectionException {
        end(context, "this test");
    }

    @Override
    public void afterAll(ExtensionContext context) throws ConnectionException {
        end(context, "the class " + context.getRequiredTestClass().getSimpleName());
    }

    private static void end(ExtensionContext context, String what) throws ConnectionException {
        Start start = context.getStore(NAMESPACE).remove(context.getUniqueId(), Start.class);
        if (start == null) {
            return;
        }
        Collection<Connection> leaks = Shared.LISTENERS.since(start.known(), patience(context));
        if (leaks.isEmpty()) {
            return;
        }
        around(context.getParent().orElse(null))
                .map(outer -> outer.getStore(NAMESPACE).get(outer.getUniqueId(), Start.class))
                .filter(Objects::nonNull)
                .forEach(outer -> leaks.forEach(leak -> outer.known().add(leak.key())));
        throw new LeakReport(what, leaks, openings(start)).failure();
    }

    /** Returns a context and those that it is in, the innermost first. */
    private static Stream<ExtensionContext> around(ExtensionContext context) {
        return Stream.iterate(
                context, Objects::nonNull, inner -> inner.getParent().orElse(null));
    }

    private static List<Opening> openings(Start start) {
        try {
            return Shared.OPENINGS.since(start.time());
        } catch (IOException e) {
            System.getLogger(NoPortLeaksExtension.class.getName())
                    .log(System.Logger.Level.WARNING, "the stacks of leaks cannot be read", e);
            return List.of();
        }
    }

    /** Returns what the innermost annotation says: that of the method, of its class, or of one around it. */
    private static long patience(ExtensionContext context) {
        return around(context)
                .flatMap(inner -> inner.getElement().stream())
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NoPortLeaks.class).stream())
                .mapToLong(NoPortLeaks::patienceMillis)
                .findFirst()
                .orElseThrow();
    }
}
