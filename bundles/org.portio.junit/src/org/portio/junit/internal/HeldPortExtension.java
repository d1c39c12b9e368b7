// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.portio.junit.HandOver;
import org.portio.junit.HeldPort;

/** Sets fields and parameters with {@link HeldPort}; JUnit closes the holds with the context that they were made for. */
public final class HeldPortExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(HeldPortExtension.class);
    private static final PortHolds HOLDS = new PortHolds();

    @Override
    public void beforeAll(ExtensionContext context) {
        setFields(context, context.getRequiredTestClass(), null);
        // One instance for all tests of the class: its fields are set once.
        context.getTestInstance().ifPresent(instance -> setFields(context, instance.getClass(), instance));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            if (!isSetForClass(context, instance)) {
                setFields(context, instance.getClass(), instance);
            }
        }
    }

    /** Returns whether this instance is there for all tests of its class, and so had its ports before this one. */
    private static boolean isSetForClass(ExtensionContext context, Object instance) {
        return Stream.iterate(
                        context.getParent().orElse(null),
                        Objects::nonNull,
                        outer -> outer.getParent().orElse(null))
                .anyMatch(outer -> outer.getTestInstance().orElse(null) == instance);
    }

    /** @param instance null for the static fields */
    private static void setFields(ExtensionContext context, Class<?> type, Object instance) {
        for (Field field : AnnotationSupport.findAnnotatedFields(
                type, HeldPort.class, field -> Modifier.isStatic(field.getModifiers()) == (instance == null))) {
            if (!isNumber(field.getType()) || Modifier.isFinal(field.getModifiers())) {
                throw new ExtensionConfigurationException(
                        "@HeldPort cannot set " + field + "; declare it as int, not final");
            }
            try {
                int port = hold(context, field, "field " + field.getName());
                field.setAccessible(true);
                field.set(instance, port);
            } catch (IOException | ReflectiveOperationException | RuntimeException e) {
                throw new ExtensionConfigurationException("@HeldPort cannot set " + field + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(HeldPort.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (!isNumber(parameter.getParameter().getType())) {
            throw new ParameterResolutionException(
                    "@HeldPort cannot set " + parameter.getParameter() + "; declare it as int");
        }
        try {
            return hold(
                    context,
                    parameter.getParameter(),
                    "parameter " + parameter.getParameter().getName());
        } catch (IOException e) {
            throw new ParameterResolutionException(
                    "@HeldPort cannot set " + parameter.getParameter() + ": " + e.getMessage(), e);
        }
    }

    private static boolean isNumber(Class<?> type) {
        return List.of(int.class, Integer.class).contains(type);
    }

    private static int hold(ExtensionContext context, AnnotatedElement element, String target) throws IOException {
        HeldPort wanted =
                AnnotationSupport.findAnnotation(element, HeldPort.class).orElseThrow();
        PortHold hold = HOLDS.take(wanted.protocol(), wanted.handOver());
        context.getStore(NAMESPACE).put(hold, hold);
        if (hold.way() == HandOver.ANY) {
            DoorExtension.want(context);
        }
        context.publishReportEntry("@HeldPort " + target, hold.toString());
        if (hold.way() != wanted.handOver() && wanted.handOver() != HandOver.AUTO) {
            // Not everybody sees the entries of a report.
            System.getLogger(HeldPort.class.getName()).log(System.Logger.Level.INFO, hold.toString());
        }
        return hold.port();
    }
}
