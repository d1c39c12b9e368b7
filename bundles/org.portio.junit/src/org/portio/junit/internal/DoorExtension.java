// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs the methods of tests that asked for it behind a door, so that it is seen when they bind a held port. */
public final class DoorExtension implements InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(DoorExtension.class);
    private static final String WANTED = "wanted";

    /** Asks for a door for all methods of this test or class. */
    static void want(ExtensionContext context) {
        context.getStore(NAMESPACE).put(WANTED, true);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return run(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    private static <T> T run(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        Store store = context.getStore(NAMESPACE);
        if (store.get(WANTED) == null) {
            return invocation.proceed();
        }
        // One for each test: those of a class may run at the same time.
        TestDoor door = store.get(context.getUniqueId(), TestDoor.class);
        if (door == null) {
            door = TestDoor.open();
            store.put(context.getUniqueId(), door);
        }
        return door.run(invocation);
    }
}
