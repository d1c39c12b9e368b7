// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portio.app.help.Block.Kind;

/**
 * One page of the documentation.
 *
 * @param path below {@code docs}, such as {@code howto/view.md}
 * @param sections one for each heading, in their order; the first is the page's title
 */
record Page(String path, List<Block> blocks, List<Section> sections) {

    static Page read(String path, String markdown) {
        List<Block> blocks = MarkdownReader.read(markdown);
        return new Page(path, blocks, sections(path, blocks));
    }

    String title() {
        return sections.isEmpty() ? path : sections.getFirst().title();
    }

    private static List<Section> sections(String path, List<Block> blocks) {
        List<Section> sections = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind() == Kind.HEADING) {
                String anchor = sections.isEmpty() ? "" : unique(anchor(block.text()), taken);
                sections.add(new Section(
                        path, block.text(), anchor, block.level(), Set.copyOf(block.topics()), words(blocks, i)));
            }
        }
        return List.copyOf(sections);
    }

    private static String words(List<Block> blocks, int heading) {
        StringBuilder words = new StringBuilder(blocks.get(heading).text());
        for (int i = heading + 1; i < blocks.size() && blocks.get(i).kind() != Kind.HEADING; i++) {
            words.append('\n').append(blocks.get(i).text());
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns what GitHub makes of a heading, as links in the pages are written for both. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String unique(String anchor, Map<String, Integer> taken) {
        int before = taken.merge(anchor, 1, Integer::sum) - 1;
        return before == 0 ? anchor : anchor + "-" + before;
    }
}
