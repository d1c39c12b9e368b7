// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.custom.StyleRange;

/**
 * A page as a text widget takes it: one line for each block, and for each line of code.
 *
 * @param lines the block that each line belongs to
 * @param anchors the offset of each heading, by its anchor
 */
record DrawnPage(String text, List<StyleRange> styles, List<Line> lines, Map<String, Integer> anchors) {

    /**
     * The place of a line on the page.
     *
     * @param indent in steps from the left
     * @param space above it, in steps
     */
    record Line(int indent, boolean hanging, int space) {}

    private static final String BULLET = "\u2022 ";

    static DrawnPage of(Page page, PageLook look) {
        StringBuilder text = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> anchors = new HashMap<>();
        int heading = 0;
        for (Block block : page.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                anchors.put(page.sections().get(heading++).anchor(), text.length());
            }
            if (!block.anchor().isEmpty()) {
                anchors.put(block.anchor(), text.length());
            }
            if (block.kind() == Block.Kind.ITEM) {
                text.append(BULLET);
            }
            for (Span span : block.spans()) {
                styles.add(look.style(block, span, text.length()));
                text.append(span.text());
            }
            text.append('\n');
            addLines(block, lines);
        }
        return new DrawnPage(text.toString(), styles, lines, anchors);
    }

    private static void addLines(Block block, List<Line> lines) {
        long count = block.text().chars().filter(letter -> letter == '\n').count() + 1;
        for (int i = 0; i < count; i++) {
            lines.add(
                    switch (block.kind()) {
                        case HEADING -> new Line(0, false, lines.isEmpty() ? 0 : 4 - Math.min(block.level(), 3) + 1);
                        case PARAGRAPH -> new Line(block.level(), false, 1);
                        case ITEM -> new Line(block.level(), true, 0);
                        case TERM -> new Line(0, false, 1);
                        case CELL -> new Line(1, false, 0);
                        case CODE -> new Line(1, true, i == 0 ? 1 : 0);
                    });
        }
    }
}
