// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.portio.core.filter.Filter;
import org.portio.core.filter.WrongFilterException;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;

/**
 * The field for the filter. Escape empties it, arrow down moves to the rows, Ctrl+Space suggests what can be typed, and
 * Alt+arrow down opens the menu of saved filters and of those used last.
 */
public final class FilterBox {

    private static final String BOX = "org.portio.ui.filterBox";

    private final Composite control;
    private final Text text;
    private final WrongMark mark;
    private final String help;
    private final FilterContext context;
    private final Runnable onLeave;
    private FilterAssist assist;
    private SavedFilters saved;

    /**
     * Creates one.
     *
     * @param hint shown while it is empty
     * @param examples terms in columns of the table, for the tool tip
     * @param onLeave called when the user goes to the rows
     */
    public FilterBox(Composite parent, String hint, String examples, FilterContext context, Runnable onLeave) {
        this.context = context;
        this.onLeave = onLeave;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(control);
        control.setData(BOX, this);
        text = new Text(control, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        Labels.name(text, Messages.FilterBox_name);
        HelpTopic.set(text, "org.portio.ui.filter");
        text.setMessage(hint);
        help = NLS.bind(Messages.FilterBox_tooltip, examples);
        text.setToolTipText(help);
        text.addListener(SWT.KeyDown, this::keyPressed);
        text.addListener(SWT.FocusOut, _ -> remember());
        text.addListener(SWT.DefaultSelection, _ -> remember());
        mark = new WrongMark(control, text);
    }

    /** Returns the one directly within a table's control; empty if there is none. */
    public static Optional<FilterBox> of(Composite table) {
        return Arrays.stream(table.getChildren())
                .map(child -> child.getData(BOX))
                .filter(FilterBox.class::isInstance)
                .map(FilterBox.class::cast)
                .findFirst();
    }

    private void createButton() {
        Button button = new Button(control, SWT.ARROW | SWT.DOWN | SWT.FLAT);
        GridDataFactory.fillDefaults().applyTo(button);
        button.moveBelow(text);
        Labels.name(button, Messages.FilterBox_menu);
        button.setToolTipText(Messages.FilterBox_menuTooltip);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> openMenu()));
    }

    /** Begins with this filter, and tells each change of it from then on. */
    public void start(String filter, Consumer<String> onChange) {
        text.setText(filter);
        text.addModifyListener(_ -> onChange.accept(text.getText()));
    }

    /** Offers these filters to choose from. */
    public void offer(SavedFilters filters) {
        saved = filters;
        createButton();
    }

    private void keyPressed(Event event) {
        if (assist != null && assist.isOpen()) {
            return;
        }
        if (event.keyCode == SWT.ESC) {
            clear();
        } else if (event.keyCode == SWT.ARROW_DOWN && (event.stateMask & SWT.MOD3) != 0) {
            event.doit = false;
            openMenu();
        } else if (event.keyCode == SWT.ARROW_DOWN) {
            onLeave.run();
        } else if (event.keyCode == ' ' && (event.stateMask & SWT.CTRL) != 0) {
            event.doit = false;
            assist().ask();
        } else {
            assist();
        }
    }

    /** Made at the first key: the first rows do not wait for it. */
    private FilterAssist assist() {
        if (assist == null) {
            assist = new FilterAssist(text, context);
        }
        return assist;
    }

    /** Opens the menu of filters to choose from. */
    public void openMenu() {
        if (saved != null) {
            remember();
            text.setFocus();
            new FilterMenu(text, saved).open();
        }
    }

    /** Asks for a name to save the filter under. */
    public void save() {
        if (saved != null && !text.getText().isBlank()) {
            new FilterMenu(text, saved).save();
        }
    }

    /** A filter that has no meaning is not worth to be remembered. */
    private void remember() {
        if (saved != null && text.getToolTipText().equals(help)) {
            saved.used(text.getText());
        }
    }

    /** Marks what is wrong with this filter, if it still is the one in the box; null for nothing. */
    public void mark(String filter, WrongFilterException problem) {
        if (!filter.equals(text.getText())) {
            return;
        }
        mark.show(problem == null ? 0 : problem.start(), problem == null ? 0 : problem.length());
        String tip = problem == null ? help : Labels.shown(reason(problem));
        if (!tip.equals(text.getToolTipText())) {
            text.setToolTipText(tip);
        }
    }

    /** Returns what is wrong, with the term that it is wrong in. */
    public static String reason(WrongFilterException problem) {
        return NLS.bind(Messages.FilterBox_wrong, problem.term(), problem.getMessage());
    }

    public Control control() {
        return control;
    }

    /** Returns the field itself, for the focus. */
    public Control field() {
        return text;
    }

    public void clear() {
        set("");
    }

    public void set(String filter) {
        text.setText(filter);
    }

    /** Adds what is missing of these terms; a filter with alternatives gives way to them, as they would narrow the last one only. */
    public void narrow(String terms) {
        Set<String> all = new LinkedHashSet<>(List.of(text.getText().strip().split("\\s+")));
        if (all.stream().anyMatch(Filter.OR::equalsIgnoreCase)) {
            all.clear();
        }
        all.addAll(List.of(terms.split(" ")));
        text.setText(String.join(" ", all).strip());
    }

    public void focus() {
        text.setFocus();
        text.selectAll();
    }
}
