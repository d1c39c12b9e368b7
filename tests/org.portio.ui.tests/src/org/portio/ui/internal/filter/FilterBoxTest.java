// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.NumberCells;
import org.portio.core.filter.WrongFilterException;
import org.portio.ui.internal.filter.SavedFilters.Store;

/** Tests with a real field; they dispatch its events themselves. */
class FilterBoxTest {

    private static final long LIMIT_NANOS = 20_000_000_000L;

    private static Display display;

    private final List<String> told = new ArrayList<>();
    private final Map<String, String> store = new HashMap<>();
    private final SavedFilters saved = new SavedFilters(
            new Store() {
                @Override
                public String get(String key) {
                    return store.getOrDefault(key, "");
                }

                @Override
                public void put(String key, String value) {
                    store.put(key, value);
                }
            },
            "view");
    private int left;
    private Shell shell;
    private FilterBox box;
    private Text text;

    @BeforeAll
    static void start() {
        display = new Display();
    }

    @AfterAll
    static void stop() {
        display.dispose();
    }

    @BeforeEach
    void open() {
        FilterContext context = new FilterContext() {
            @Override
            public List<NamedColumn> columns() {
                return List.of(new NamedColumn("port", "Port", true), new NamedColumn("state", "State", false));
            }

            @Override
            public List<String> words(String column) {
                return column.equals("state") ? List.of("LISTEN", "TIME-WAIT") : List.of("80");
            }
        };
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        box = new FilterBox(shell, "hint", "port:80", context, () -> left++);
        box.start("", told::add);
        box.offer(saved);
        text = (Text) box.field();
        shell.setSize(500, 100);
        shell.open();
        text.setFocus();
        await(() -> display.getFocusControl() == text);
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end);
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private void key(int code, char character, int mask) {
        Event event = new Event();
        event.type = SWT.KeyDown;
        event.keyCode = code;
        event.character = character;
        event.stateMask = mask;
        event.doit = true;
        text.notifyListeners(SWT.KeyDown, event);
    }

    private List<Shell> popups() {
        return Arrays.stream(display.getShells())
                .filter(one -> one != shell && one.isVisible())
                .toList();
    }

    @Test
    void ctrlSpaceSuggestsWithoutTakingTheFocusAndEnterTakesOver() {
        text.setText("sta");
        text.setSelection(3);
        key(' ', ' ', SWT.CTRL);
        await(() -> popups().size() == 1);
        assertEquals(text, display.getFocusControl());
        key(SWT.CR, SWT.CR, 0);
        await(() -> text.getText().equals("state:"));
        await(() -> popups().size() == 1);
        key(SWT.ARROW_DOWN, '\0', 0);
        assertEquals(0, left);
        key(SWT.CR, SWT.CR, 0);
        await(() -> text.getText().startsWith("state:") && text.getText().length() > 6);
        assertEquals("state:TIME-WAIT", text.getText());
        assertEquals(text.getText(), told.getLast());
    }

    @Test
    void escapeClosesThePopupFirstAndThenEmptiesTheField() {
        text.setText("sta");
        text.setSelection(3);
        key(' ', ' ', SWT.CTRL);
        await(() -> popups().size() == 1);
        key(SWT.ESC, SWT.ESC, 0);
        await(() -> popups().isEmpty());
        assertEquals("sta", text.getText());
        key(SWT.ESC, SWT.ESC, 0);
        assertEquals("", text.getText());
    }

    @Test
    void arrowDownGoesToTheRows() {
        key(SWT.ARROW_DOWN, '\0', 0);
        assertEquals(1, left);
    }

    @Test
    void whatIsWrongIsMarkedAndSaidInTheTooltipUntilItIsRight() {
        String help = text.getToolTipText();
        text.setText("port:abc");
        WrongFilterException wrong = wrong("port:abc");
        box.mark("port:ab", wrong);
        assertEquals(help, text.getToolTipText(), "that was another filter");
        box.mark("port:abc", wrong);
        assertTrue(text.getToolTipText().contains("\"abc\" is not a number"), text.getToolTipText());
        assertEquals(text, display.getFocusControl());
        text.setText("port:80");
        box.mark("port:80", null);
        assertEquals(help, text.getToolTipText());
    }

    private static WrongFilterException wrong(String filter) {
        FilterColumn<String> port = FilterColumn.of("port", new NumberCells<>(row -> row, (_, _, _) -> true, 65_535));
        try {
            Filter.parse(filter, List.of(port), List.of(port));
            throw new AssertionError(filter + " is right");
        } catch (WrongFilterException e) {
            return e;
        }
    }

    private Menu menu() {
        Menu menu = new Menu(text);
        new FilterMenu(text, saved).fill(menu);
        return menu;
    }

    private static MenuItem item(Menu menu, String label) {
        return Arrays.stream(menu.getItems())
                .filter(one -> one.getText().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMenuHasSavedAndRecentFiltersAndWhatCanBeDoneWithThem() {
        saved.save("web & co", "port:80");
        saved.used("state:listen");
        text.setText("port:80");
        Menu menu = menu();
        assertTrue(item(menu, "web && co \u2013 port:80").getSelection());
        item(menu, "state:listen").notifyListeners(SWT.Selection, new Event());
        assertEquals("state:listen", text.getText());
        Menu names = item(menu, "&Delete").getMenu();
        names.getItem(0).notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of(), saved.named());
        item(menu, "&Clear").notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of(), saved.recent());
        menu.dispose();

        text.setText("");
        Menu empty = menu();
        assertFalse(item(empty, "&Save").getEnabled());
        assertFalse(item(empty, "&Rename").getEnabled());
        assertFalse(item(empty, "&Delete").getEnabled());
        empty.dispose();
    }

    @Test
    void aFilterIsRememberedWhenTheUserIsDoneWithItUnlessItIsWrong() {
        text.setText("port:80");
        text.notifyListeners(SWT.DefaultSelection, new Event());
        text.setText("port:abc");
        box.mark("port:abc", wrong("port:abc"));
        text.notifyListeners(SWT.FocusOut, new Event());
        assertEquals(List.of("port:80"), saved.recent());
    }
}
