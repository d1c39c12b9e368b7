// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The running workbench's SWT, reached by reflection: the class loader of an agent does not see its classes. */
final class Swt {

    /** Numbers of events as in class SWT: PreExternalEventDispatch and PostExternalEventDispatch. */
    static final int GOING_TO_SLEEP = 52;

    static final int WOKEN_UP = 53;
    private static final int SELECTION = 13;
    private static final String WIDGETS = "org.eclipse.swt.widgets.";

    /** A call that may fail as reflection does. */
    @FunctionalInterface
    public interface Action {
        void run() throws ReflectiveOperationException;
    }

    private final ClassLoader loader;
    private final Object display;

    Swt(Instrumentation instrumentation) throws ReflectiveOperationException {
        Class<?> type = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(loaded -> loaded.getName().equals(WIDGETS + "Display"))
                .findFirst()
                .orElseThrow();
        loader = type.getClassLoader();
        display = type.getMethod("getDefault").invoke(null);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(WIDGETS + name);
    }

    Object listener(Runnable action) throws ClassNotFoundException {
        Class<?>[] types = {type("Listener")};
        return Proxy.newProxyInstance(loader, types, (proxy, method, arguments) -> switch (method.getName()) {
            case "handleEvent" -> {
                action.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "listener of the benchmarks";
        });
    }

    void addListener(int event, Object listener) throws ReflectiveOperationException {
        register("addListener", event, listener);
    }

    void removeListener(int event, Object listener) throws ReflectiveOperationException {
        register("removeListener", event, listener);
    }

    private void register(String method, int event, Object listener) throws ReflectiveOperationException {
        display.getClass().getMethod(method, int.class, type("Listener")).invoke(display, event, listener);
    }

    /** Runs it on the UI thread, and waits. */
    void inUi(Action action) throws ReflectiveOperationException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        Runnable task = () -> {
            try {
                action.run();
            } catch (ReflectiveOperationException | RuntimeException e) {
                failure.set(e);
            }
        };
        display.getClass().getMethod("syncExec", Runnable.class).invoke(display, task);
        if (failure.get() != null) {
            throw new InvocationTargetException(failure.get());
        }
    }

    int rows() throws ReflectiveOperationException {
        return (int) call(table(), "getItemCount");
    }

    void perform(UiAction action) throws ReflectiveOperationException {
        Object table = table();
        switch (action) {
            case STEADY -> {
                text("");
                call(table, "deselectAll");
                select(table);
            }
            case SORT -> select(titled(table, "Process"));
            case SELECT -> {
                call(table, "selectAll");
                select(table);
            }
            case FILTER -> {
                call(table, "deselectAll");
                select(table);
                text("127.0.0");
            }
            default -> throw new IllegalArgumentException("not known: " + action);
        }
    }

    private void text(String text) throws ReflectiveOperationException {
        Object box = visible("Text");
        box.getClass().getMethod("setText", String.class).invoke(box, text);
    }

    /** Selects it as a click does. */
    private void select(Object widget) throws ReflectiveOperationException {
        Object event = type("Event").getConstructor().newInstance();
        widget.getClass().getMethod("notifyListeners", int.class, type("Event")).invoke(widget, SELECTION, event);
    }

    private Object titled(Object table, String title) throws ReflectiveOperationException {
        for (Object column : (Object[]) call(table, "getColumns")) {
            if (title.equals(call(column, "getText"))) {
                return column;
            }
        }
        throw new IllegalStateException("no column " + title);
    }

    private Object table() throws ReflectiveOperationException {
        return visible("Table");
    }

    private Object visible(String widget) throws ReflectiveOperationException {
        for (Object shell : (Object[]) call(display, "getShells")) {
            Optional<Object> found = find(type(widget), shell);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("no " + widget + " is visible");
    }

    private Optional<Object> find(Class<?> wanted, Object control) throws ReflectiveOperationException {
        if (wanted.isInstance(control) && (boolean) call(control, "isVisible")) {
            return Optional.of(control);
        }
        if (type("Composite").isInstance(control)) {
            for (Object child : (Object[]) call(control, "getChildren")) {
                Optional<Object> found = find(wanted, child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
