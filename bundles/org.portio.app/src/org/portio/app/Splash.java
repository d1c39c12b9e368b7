// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * A sign of life until the window is there: the icon and the name. On Linux, {@code org.portio.cli.start.EarlySplash} shows
 * one before Equinox is started, which is only taken away here; elsewhere this one comes as soon as SWT is there. It is painted
 * once, since the UI thread is busy from then on.
 */
final class Splash {

    private static final String ICON = "/icons/portio128.png";
    private static final Point SIZE = new Point(360, 160);
    private static final int MARGIN = 16;
    private static final int TEXT_LEFT = 164;
    private static final int TEXT_HEIGHT = 24;

    /** The system property in which the start leaves the {@link Runnable} that removes its splash. */
    private static final String EARLY = "portio.splash";

    private final Runnable takeAway;

    private Splash(Runnable takeAway) {
        this.takeAway = takeAway;
    }

    /** Shows it, if there is none yet. */
    static Splash open(Display display) {
        return new Splash(
                System.getProperties().remove(EARLY) instanceof Runnable early ? early : show(display)::dispose);
    }

    /** Shows it in the middle of the primary monitor. */
    private static Shell show(Display display) {
        Shell shell = new Shell(display, SWT.NO_TRIM);
        shell.setText(Messages.PortioWindow_title);
        shell.setBackground(display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND));
        Rectangle screen = display.getPrimaryMonitor().getBounds();
        shell.setBounds(
                screen.x + (screen.width - SIZE.x) / 2, screen.y + (screen.height - SIZE.y) / 2, SIZE.x, SIZE.y);
        Image icon = icon(display);
        Font font = font(display);
        shell.addPaintListener(event -> paint(event.gc, icon, font));
        shell.addDisposeListener(_ -> {
            icon.dispose();
            font.dispose();
        });
        shell.open();
        shell.update();
        while (display.readAndDispatch()) {
            // The window system shows it, and has it painted.
        }
        return shell;
    }

    private static Image icon(Display display) {
        try (InputStream file = Splash.class.getResourceAsStream(ICON)) {
            return new Image(display, file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Font font(Display display) {
        FontData system = display.getSystemFont().getFontData()[0];
        system.setHeight(TEXT_HEIGHT);
        return new Font(display, system);
    }

    private static void paint(GC gc, Image icon, Font font) {
        Rectangle area = icon.getBounds();
        gc.drawImage(icon, MARGIN, (SIZE.y - area.height) / 2);
        gc.setFont(font);
        gc.drawText(
                Messages.PortioWindow_title,
                TEXT_LEFT,
                (SIZE.y - gc.getFontMetrics().getHeight()) / 2,
                true);
        gc.drawRectangle(0, 0, SIZE.x - 1, SIZE.y - 1);
    }

    /** Takes it away: once. */
    void close() {
        takeAway.run();
    }
}
