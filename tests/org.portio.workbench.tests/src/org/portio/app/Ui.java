// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** Finds widgets and waits for them, running the event loop meanwhile. Tests run on the UI thread. */
public final class Ui {

    public static final String CONNECTIONS = "org.portio.core.ui.connections";
    static final String NETSTAT = "org.portio.core.ui.netstat";
    static final String DIAGNOSE = "org.portio.core.ui.diagnose";
    static final String FIREWALL = "org.portio.firewall.ui.firewall";
    static final String RESERVATIONS = "org.portio.reservation.ui.reservations";
    static final String SERVERS = "org.portio.reservation.ui.servers";

    private static final long PATIENCE_MILLIS = 120_000;
    private static final int POLL_MILLIS = 50;

    private Ui() {}

    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    /** Shows a view, waits for its first visible widget of this type, and returns it. */
    static <T extends Control> T show(String viewId, Class<T> type) throws PartInitException {
        page().showView(viewId);
        until(
                "the view " + viewId + " shows a " + type.getSimpleName(),
                () -> visible(type).isPresent());
        return visible(type).orElseThrow();
    }

    /** Refreshes the active view at once, as F5 does; it would do so by itself a second later. */
    static void refresh() throws CommandException {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.eclipse.ui.file.refresh", null);
    }

    /** Returns the first visible widget of this type in the window; views behind others are not visible. */
    static <T extends Control> Optional<T> visible(Class<T> type) {
        return visible(type, _ -> true);
    }

    /** Returns the first visible widget of this type of which this is true. */
    public static <T extends Control> Optional<T> visible(Class<T> type, Predicate<T> condition) {
        return visible(page().getWorkbenchWindow().getShell(), type, condition);
    }

    /** Returns the first visible widget of this type within the root of which this is true. */
    public static <T extends Control> Optional<T> visible(Composite root, Class<T> type, Predicate<T> condition) {
        return all(root)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(Control::isVisible)
                .filter(condition)
                .findFirst();
    }

    /** Runs the event loop until the condition holds. */
    public static void until(String what, BooleanSupplier condition) {
        until(() -> "gave up waiting until " + what, condition);
    }

    /** Runs the event loop until the condition holds; the text of the failure is made only if it fails. */
    public static void until(Supplier<String> failure, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError(failure.get());
            }
            display.timerExec(50, display::wake);
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    /**
     * Acts in the next dialog of this title. A dialog has an event loop of its own, and the code that opened it does
     * not return until it is closed: so the actions run within that loop, and must close the dialog. The result is
     * true when they are done.
     */
    public static BooleanSupplier inDialog(String title, Consumer<Shell> actions) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicBoolean done = new AtomicBoolean();
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        display.timerExec(POLL_MILLIS, new Runnable() {
            @Override
            public void run() {
                Optional<Shell> dialog = findDialog(title);
                if (dialog.isEmpty() && System.currentTimeMillis() < end) {
                    display.timerExec(POLL_MILLIS, this);
                } else {
                    act(dialog, actions, failure);
                    done.set(true);
                }
            }
        });
        return () -> {
            if (failure.get() != null) {
                throw new AssertionError("in the dialog " + title, failure.get());
            }
            return done.get();
        };
    }

    private static void act(Optional<Shell> dialog, Consumer<Shell> actions, AtomicReference<Throwable> failure) {
        try {
            actions.accept(dialog.orElseThrow());
        } catch (RuntimeException | AssertionError e) {
            failure.set(e);
            dialog.ifPresent(Shell::close);
        }
    }

    private static Optional<Shell> findDialog(String title) {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title))
                .findFirst();
    }

    /** Presses the button of this text, mnemonics aside, as soon as it can be pressed. */
    public static void press(Shell dialog, String text) {
        Predicate<Button> wanted = button -> button.getText().replace("&", "").equals(text) && button.isEnabled();
        until(
                "the button " + text + " can be pressed",
                () -> visible(dialog, Button.class, wanted).isPresent());
        visible(dialog, Button.class, wanted).orElseThrow().notifyListeners(SWT.Selection, new Event());
    }

    /** Returns what can be read in the window outside its tables, for a test that fails. */
    static List<String> texts() {
        return all(page().getWorkbenchWindow().getShell())
                .filter(Control::isVisible)
                .map(control -> switch (control) {
                    case Label label -> label.getText();
                    case Link link -> link.getText();
                    case Text text -> text.getText();
                    default -> "";
                })
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    static Stream<Control> all(Composite root) {
        return Arrays.stream(root.getChildren())
                .flatMap(child -> child instanceof Composite composite
                        ? Stream.concat(Stream.of(child), all(composite))
                        : Stream.of(child));
    }

    /** Adds up what the elements of an extension point count; nothing for one whose bundle goes meanwhile. */
    static int contributions(String point, ToIntFunction<IConfigurationElement> count) {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .mapToInt(element -> {
                    try {
                        return count.applyAsInt(element);
                    } catch (InvalidRegistryObjectException _) {
                        return 0;
                    }
                })
                .sum();
    }
}
