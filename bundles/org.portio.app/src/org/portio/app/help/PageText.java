// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.portio.ui.Labels;

/** Shows one page as text: no browser is needed. Links are followed by a click, or by Enter while the caret is in one. */
final class PageText {

    private static final int MARGIN = 12;
    private static final int STEP = 18;
    private static final int SPACE = 6;
    private static final int LINES_ABOVE = 1;

    private final StyledText text;
    private final Consumer<String> follow;
    private DrawnPage drawn;

    /** Creates an empty one, which hands on the target of each link that is followed. */
    PageText(Composite parent, String name, Consumer<String> follow) {
        this.follow = follow;
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setDoubleClickEnabled(true);
        Labels.name(text, name);
        text.addMouseListener(MouseListener.mouseUpAdapter(event -> clicked(event.x, event.y, event.button)));
        text.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
        text.addTraverseListener(event -> event.doit |= isTab(event.detail));
        text.addMouseMoveListener(event -> text.setCursor(
                linkAt(text.getOffsetAtPoint(new Point(event.x, event.y))) == null
                        ? null
                        : text.getDisplay().getSystemCursor(SWT.CURSOR_HAND)));
    }

    private static boolean isTab(int traversal) {
        return traversal == SWT.TRAVERSE_TAB_NEXT || traversal == SWT.TRAVERSE_TAB_PREVIOUS;
    }

    StyledText control() {
        return text;
    }

    void show(Page page) {
        drawn = DrawnPage.of(page, PageLook.ofWorkbench());
        text.setText(drawn.text());
        text.setStyleRanges(drawn.styles().toArray(StyleRange[]::new));
        List<DrawnPage.Line> lines = drawn.lines();
        for (int i = 0; i < lines.size(); i++) {
            DrawnPage.Line line = lines.get(i);
            // The space first: a line that is measured before it is set has none.
            text.setLineVerticalIndent(i, line.space() * SPACE);
            text.setLineIndent(i, 1, line.indent() * STEP);
            text.setLineWrapIndent(i, 1, (line.indent() + (line.hanging() ? 1 : 0)) * STEP);
        }
        text.setSelection(0);
    }

    /** Scrolls so that a heading is at the top. */
    void goTo(String anchor) {
        int offset = drawn.anchors().getOrDefault(anchor, 0);
        text.setSelection(offset);
        text.setTopIndex(Math.max(0, text.getLineAtOffset(offset) - (offset == 0 ? 0 : LINES_ABOVE)));
    }

    /** Selects the first of these words at or after a heading. */
    void select(String anchor, String words) {
        goTo(anchor);
        String all = text.getText().toLowerCase(Locale.ROOT);
        int from = drawn.anchors().getOrDefault(anchor, 0);
        for (String candidate : List.of(words.strip(), words.strip().split("\\s+")[0])) {
            int at = all.indexOf(candidate.toLowerCase(Locale.ROOT), from);
            if (at >= 0 && !candidate.isEmpty()) {
                text.setSelection(at, at + candidate.length());
                text.showSelection();
                return;
            }
        }
    }

    private void clicked(int x, int y, int button) {
        // What is selected with the mouse is to be copied.
        if (button == 1 && text.getSelectionCount() == 0) {
            followAt(text.getOffsetAtPoint(new Point(x, y)));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.character == SWT.CR) {
            followAt(text.getCaretOffset());
        }
    }

    private void followAt(int offset) {
        String link = linkAt(offset);
        if (link != null) {
            follow.accept(link);
        }
    }

    /** Returns the target of the link at an offset; null if there is none. */
    private String linkAt(int offset) {
        boolean within = offset >= 0 && offset < text.getCharCount();
        StyleRange style = within ? text.getStyleRangeAtOffset(offset) : null;
        return style != null && style.data instanceof String target ? target : null;
    }
}
