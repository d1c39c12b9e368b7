// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs each test on the UI thread of a workbench that is started once, for all tests, and stays open until they end. */
public final class InWorkbench implements BeforeAllCallback, InvocationInterceptor {

    private static final long PATIENCE_MILLIS = 300_000;

    private static Display display;

    static Display display() {
        return display;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        if (display == null) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread thread = new Thread(InWorkbench::runWorkbench, "workbench");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
            thread.start();
            awaitWindow(failure);
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(InWorkbench.class, closing());
        }
    }

    private static AutoCloseable closing() {
        return () -> display.syncExec(PlatformUI.getWorkbench()::close);
    }

    private static void runWorkbench() {
        display = PlatformUI.createDisplay();
        PlatformUI.createAndRunWorkbench(display, new PortioWorkbenchAdvisor(_ -> {
            // nothing to be told
        }));
    }

    private static void awaitWindow(AtomicReference<Throwable> failure) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isStarting()) {
            if (failure.get() != null || System.currentTimeMillis() > end) {
                throw new AssertionError("the workbench did not start", failure.get());
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceedOnUiThread(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceedOnUiThread(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceedOnUiThread(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceedOnUiThread(invocation);
    }

    private static void proceedOnUiThread(Invocation<Void> invocation) throws Throwable {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                invocation.proceed();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw failure.get();
        }
    }
}
