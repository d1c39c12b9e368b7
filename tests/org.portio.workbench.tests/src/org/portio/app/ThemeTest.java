// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The theme can be changed in any way, whatever the tables have shown before. */
@ExtendWith(InWorkbench.class)
@SuppressWarnings("restriction") // the platform's theme engine has no public API
class ThemeTest {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "5"));
    private static final int COLUMNS = 5;
    private static final int SOME = 10;
    private static final int ENOUGH = 200;

    private final IWorkbench workbench = PlatformUI.getWorkbench();
    private final Display display = workbench.getDisplay();
    private final Random random = new Random(1);
    private IThemeEngine engine;
    private Shell shell;
    private Table table;

    /** A socket for Connections, which shows no table if there is none. */
    private ServerSocket some;

    @BeforeEach
    void openATable() throws IOException {
        some = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        engine = Ui.page().getWorkbenchWindow().getService(IThemeEngine.class);
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        table = new Table(shell, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (int i = 0; i < COLUMNS; i++) {
            new TableColumn(table, SWT.NONE).setWidth(80);
        }
        table.addListener(SWT.SetData, ThemeTest::fill);
        shell.setSize(600, 400);
        shell.open();
    }

    @AfterEach
    void closeIt() throws IOException {
        some.close();
        shell.dispose();
        engine.setTheme(LIGHT, true);
    }

    private static void fill(Event event) {
        if (event.index >= 0) {
            ((TableItem) event.item).setText("row " + event.index);
        }
    }

    /** Styled widgets are kept, and reset with the theme: a row that SWT has lost must not be among them. */
    @Test
    void stylesNoRows() {
        Set<Item> styled = new LinkedHashSet<>();
        Listener listener = event -> {
            if (event.widget instanceof TableItem row) {
                styled.add(row);
            }
        };
        display.addListener(SWT.Skin, listener);
        growAndShrink(ENOUGH);
        display.removeListener(SWT.Skin, listener);

        assertEquals(Set.of(), styled);
    }

    /** Leaves, on GTK, rows that are neither disposed nor in the table. */
    private void growAndShrink(int times) {
        for (int i = 0; i < times; i++) {
            int rows = random.nextInt(300);
            table.setItemCount(rows);
            if (rows > 10 && random.nextBoolean()) {
                table.setTopIndex(rows - 1);
            }
            runEvents();
        }
    }

    private void runEvents() {
        for (int i = 0; i < 20; i++) {
            while (display.readAndDispatch()) {
                // until all is painted
            }
        }
    }

    @Test
    void changesWithItsCommandWhileTablesShrink() throws Exception {
        String before = engine.getActiveTheme().getId();
        growAndShrink(ENOUGH);
        for (int round = 0; round < 2 * ROUNDS; round++) {
            growAndShrink(SOME);
            workbench.getService(IHandlerService.class).executeCommand("org.portio.app.theme.toggle", null);
            runEvents();
        }
        assertEquals(before, engine.getActiveTheme().getId());
    }

    /** Changes it as the preference page Appearance and third parties do. */
    @Test
    void changesThroughThePlatformsEngine() throws Exception {
        Table connections = Ui.show(Ui.CONNECTIONS, Table.class);
        Ui.until("there are rows", () -> connections.getItemCount() > 0);
        for (int round = 0; round < ROUNDS; round++) {
            growAndShrink(SOME);
            engine.setTheme(DARK, true);
            runEvents();
            engine.setTheme(LIGHT, true);
            runEvents();
        }
        assertTrue(engine.getActiveTheme().getId().startsWith(LIGHT));
    }

    /** The platform asks GTK for light widgets only after it has styled them. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "asks GTK")
    void leavesNothingDarkWhenItIsLightAgain() throws Exception {
        engine.setTheme(DARK, true);
        preferDark(true);
        Ui.until("the system's tables are dark", this::isSystemDark);
        runEvents();
        engine.setTheme(LIGHT, true);
        preferDark(false);
        Ui.until("the system's tables are light", () -> !isSystemDark());
        runEvents();
        Ui.until(
                () -> "a table has " + colors(table) + ", a new one " + newColors(),
                () -> colors(table).equals(newColors()));
    }

    /** Makes GTK dark or light, as the fragment for GTK does in the product; the tests run without it. */
    private static void preferDark(boolean dark) throws ReflectiveOperationException {
        Class.forName("org.eclipse.swt.internal.gtk.OS")
                .getMethod("setDarkThemePreferred", boolean.class)
                .invoke(null, dark);
    }

    /** Returns whether the system has followed; until then, old and new controls have the same colours anyway. */
    private boolean isSystemDark() {
        Color ground = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        return ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128;
    }

    private List<Color> newColors() {
        Table another = new Table(shell, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        try {
            engine.applyStyles(another, true);
            return colors(another);
        } finally {
            another.dispose();
        }
    }

    private static List<Color> colors(Table control) {
        return List.of(control.getForeground(), control.getBackground());
    }

    @Test
    void changesFromQuickAccess() throws Exception {
        Ui.show(Ui.CONNECTIONS, Table.class);
        for (int round = 0; round < ROUNDS; round++) {
            String before = engine.getActiveTheme().getId();
            chooseInQuickAccess("Switch Light");
            Ui.until(
                    "the theme is another",
                    () -> !engine.getActiveTheme().getId().equals(before));
            runEvents();
        }
    }

    private void chooseInQuickAccess(String text) throws Exception {
        workbench.getService(IHandlerService.class).executeCommand("org.eclipse.ui.window.quickAccess", null);
        Ui.until("Quick Access is open", () -> quickAccess() != null);
        Shell popup = quickAccess();
        Text field = Ui.visible(popup, Text.class, _ -> true).orElseThrow();
        field.setText(text);
        Ui.until(
                "the command is found",
                () -> Ui.visible(popup, Table.class, this::offers).isPresent());
        Table offers = Ui.visible(popup, Table.class, _ -> true).orElseThrow();
        offers.setSelection(0);
        offers.notifyListeners(SWT.DefaultSelection, new Event());
        Ui.until("Quick Access is closed", popup::isDisposed);
        assertFalse(offers.isDisposed() && quickAccess() != null);
    }

    private boolean offers(Table offers) {
        return offers.getItemCount() > 0 && offers.getItem(0).getData() != null;
    }

    private Shell quickAccess() {
        for (Shell each : display.getShells()) {
            if (each.isVisible() && each.getText().equals("Find Actions")) {
                return each;
            }
        }
        return null;
    }
}
