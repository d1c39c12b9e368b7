// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A sign of life before Equinox is started, which takes the better part of the time until there is a window: the icon and the
 * name, shown by GTK 3 itself. Setting up GTK takes the same time whether SWT or this does it, on the same thread.
 */
final class EarlySplash {

    /** The system property in which the workbench finds the {@link Runnable} that removes the splash. */
    static final String PROPERTY = "portio.splash";

    private static final String NAME = "PortIO";
    private static final String MARKUP = "<span size='24000'>" + NAME + "</span>";
    private static final String ICON = "share/icons/hicolor/128x128/apps/portio.png";
    private static final int BORDER = 16;
    /** Values of GTK's enums. */
    private static final int TOPLEVEL = 0;

    private static final int HORIZONTAL = 0;
    private static final int CENTER = 1;
    private static final int SPLASHSCREEN = 4;

    /**
     * Calls any function of up to two integers or pointers: they are passed in the same registers, and what a function does
     * not take it does not look at. One for all, since Java takes its time to make each.
     */
    private final MethodHandle call = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

    private final SymbolLookup gtk = SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
    private final Arena texts = Arena.global();

    private EarlySplash() {}

    /**
     * Shows it if GTK 3 is there, and is what SWT will use. Returns false if GTK cannot open the display: SWT could not do so
     * either, after a start of some seconds.
     */
    static boolean show(Path product) {
        // Not OperatingSystem.isLinux(): before Equinox is there, nothing of PortIO is loaded but this package.
        if (!System.getProperty("os.name").equals("Linux") || System.getenv("SWT_GTK4") != null) {
            return true;
        }
        try {
            EarlySplash splash = new EarlySplash();
            splash.call("g_set_prgname", splash.text(NAME), 0); // what window managers group windows by
            if ((int) splash.call("gtk_init_check", 0, 0) == 0) {
                return false;
            }
            long window = splash.open(product.resolve(ICON));
            System.getProperties().put(PROPERTY, (Runnable) () -> splash.call("gtk_widget_destroy", window, 0));
        } catch (IllegalArgumentException | UnsupportedOperationException | LinkageError _) {
            // The workbench does without; it needs more of GTK than this.
        }
        return true;
    }

    private long open(Path icon) {
        long window = call("gtk_window_new", TOPLEVEL, 0);
        call("gtk_window_set_title", window, text(NAME));
        call("gtk_window_set_decorated", window, 0);
        call("gtk_window_set_position", window, CENTER);
        call("gtk_window_set_type_hint", window, SPLASHSCREEN);
        call("gtk_container_set_border_width", window, BORDER);
        long row = call("gtk_box_new", HORIZONTAL, BORDER);
        long label = call("gtk_label_new", 0, 0);
        call("gtk_label_set_markup", label, text(MARKUP));
        call("gtk_container_add", row, call("gtk_image_new_from_file", text(icon.toString()), 0));
        call("gtk_container_add", row, label);
        call("gtk_container_add", window, row);
        call("gtk_widget_show_all", window, 0);
        while ((int) call("gtk_events_pending", 0, 0) != 0) {
            call("gtk_main_iteration_do", 0, 0);
        }
        return window;
    }

    private long text(String text) {
        return texts.allocateFrom(text).address();
    }

    private long call(String function, long first, long second) {
        MemorySegment address = gtk.find(function).orElseThrow(IllegalArgumentException::new);
        try {
            return (long) call.invokeExact(address, first, second);
        } catch (Throwable e) {
            throw new LinkageError(function, e);
        }
    }
}
