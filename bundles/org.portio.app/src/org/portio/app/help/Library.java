// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.portio.app.help.Block.Kind;

/** All pages of the documentation, in the order in which the page of contents names them. Each is read when it is first asked for. */
final class Library {

    /** The page of contents, which links to each of the others. */
    static final String CONTENTS = "contents.md";

    /** The page that is made of the keys as the user has them. */
    static final String KEYS = "keys.md";

    /**
     * A line of the contents.
     *
     * @param place what it opens; null for a heading
     */
    record Entry(String title, Place place) {}

    private final UnaryOperator<String> source;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    /** Creates one of the text of each page by its path; null for a page that does not exist. */
    Library(UnaryOperator<String> source) {
        this.source = source;
    }

    /** Returns a page; empty if it does not exist. */
    synchronized Optional<Page> page(String path) {
        Page known = pages.get(path);
        if (known == null) {
            String text = source.apply(path);
            if (text == null) {
                return Optional.empty();
            }
            known = Page.read(path, text);
            pages.put(path, known);
        }
        return Optional.of(known);
    }

    /** Returns the contents: headings, and what is below them. */
    List<Entry> contents() {
        List<Entry> entries = new ArrayList<>();
        for (Block block : page(CONTENTS).map(Page::blocks).orElse(List.of())) {
            if (block.kind() == Kind.HEADING && block.level() > 1) {
                entries.add(new Entry(block.text(), null));
            } else if (block.kind() == Kind.ITEM) {
                block.spans().stream()
                        .filter(Span::isLink)
                        .findFirst()
                        .ifPresent(link -> entries.add(new Entry(link.text(), Place.of(CONTENTS, link.target()))));
            }
        }
        return List.copyOf(entries);
    }

    /** Returns all sections of all pages. */
    Stream<Section> sections() {
        return Stream.concat(
                        Stream.of(CONTENTS),
                        contents().stream()
                                .filter(entry -> entry.place() != null)
                                .map(entry -> entry.place().page()))
                .distinct()
                .flatMap(path -> page(path).stream())
                .flatMap(page -> page.sections().stream());
    }

    /** Returns the section that is the help on something. */
    Optional<Section> on(String topic) {
        return sections().filter(section -> section.topics().contains(topic)).findFirst();
    }

    /** Returns the sections with all of these words, first those that have them in their title. */
    List<Section> find(String words) {
        String[] all = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return sections()
                .filter(section -> Stream.of(all).allMatch(section.words()::contains))
                .sorted(Comparator.comparing((Section section) -> !isTitled(section, all)))
                .toList();
    }

    private static boolean isTitled(Section section, String... words) {
        String title = section.title().toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(title::contains);
    }
}
