// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** One of a few, as radio buttons: unlike in a list, one that is not offered can be seen, and say why. */
public final class Choice<E extends Enum<E>> {

    private final Composite group;
    private final Map<E, Button> buttons;

    /** None is selected at first. The function gives the labels with their mnemonics. */
    public Choice(Composite parent, Class<E> type, Function<E, String> label, Runnable onChange) {
        group = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(group);
        buttons = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            Button button = new Button(group, SWT.RADIO);
            button.setText(label.apply(value));
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
                if (button.getSelection()) {
                    onChange.run();
                }
            }));
            buttons.put(value, button);
        }
        layOut();
    }

    private void layOut() {
        GridLayoutFactory.fillDefaults()
                .numColumns(group.getChildren().length)
                .spacing(12, 0)
                .applyTo(group);
    }

    /** Returns the place for more controls after the buttons; to be followed by a call of {@link #extended}. */
    public Composite control() {
        return group;
    }

    public void extended() {
        layOut();
    }

    public E value() {
        return buttons.keySet().stream()
                .filter(value -> buttons.get(value).getSelection())
                .findFirst()
                .orElseThrow();
    }

    public void select(E chosen) {
        buttons.forEach((value, button) -> button.setSelection(value == chosen));
    }

    /** Offers only those without a reason against them. */
    public void offer(Function<E, String> whyNot) {
        buttons.forEach((value, button) -> {
            button.setEnabled(whyNot.apply(value).isEmpty());
            button.setToolTipText(Labels.shown(whyNot.apply(value)));
        });
        // Some systems show no tool tip of a disabled control, but that of its parent.
        group.setToolTipText(buttons.keySet().stream()
                .map(whyNot)
                .filter(reason -> !reason.isEmpty())
                .map(Labels::shown)
                .distinct()
                .collect(Collectors.joining("\n")));
    }
}
