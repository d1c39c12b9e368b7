// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation as the help reads it. */
class LibraryTest {

    private static final Path DOCS = Path.of("../../docs");

    private final Library library = new Library(LibraryTest::read);

    private static String read(String path) {
        try {
            Path file = DOCS.resolve(path);
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.map(file -> DOCS.relativize(file).toString())
                    .filter(file -> file.endsWith(".md"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void eachPageIsInTheContents() throws IOException {
        Set<String> reached = library.sections().map(Section::page).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(files(), reached);
    }

    @Test
    void eachLinkLeadsToASection() throws IOException {
        Set<String> dead = new TreeSet<>();
        for (String path : files()) {
            Page page = library.page(path).orElseThrow();
            page.blocks().stream()
                    .flatMap(block -> block.spans().stream())
                    .map(Span::target)
                    .filter(link -> !link.isEmpty() && !link.matches("https?:.*"))
                    .filter(link -> link.matches("[^#]*\\.md(#.*)?|#.*"))
                    .filter(link -> !isThere(Place.of(path, link)))
                    .forEach(link -> dead.add(path + " -> " + link));
        }
        assertEquals(Set.of(), dead);
    }

    private boolean isThere(Place place) {
        // The page of the whole project is not part of the documentation that is packaged.
        return place.page().equals("README.md")
                || place.page().equals("CONTRIBUTING.md")
                || library.page(place.page())
                        .filter(page -> hasAnchor(page, place.anchor()))
                        .isPresent();
    }

    private static boolean hasAnchor(Page page, String anchor) {
        return anchor.isEmpty()
                || page.sections().stream().anyMatch(section -> section.anchor().equals(anchor))
                || page.blocks().stream().anyMatch(block -> block.anchor().equals(anchor));
    }

    @Test
    void aTopicHasOneSectionOnly() {
        List<String> topics =
                library.sections().flatMap(section -> section.topics().stream()).toList();

        assertEquals(Set.copyOf(topics).size(), topics.size(), topics.toString());
    }

    @Test
    void wordsAreFoundInTitlesFirst() {
        assertEquals("Diagnose", library.find("diagnose").getFirst().title());
        assertTrue(library.find("ephemeral descriptor latch").stream()
                .allMatch(section -> section.words().contains("latch")));
        assertEquals(List.of(), library.find("zyzzyva"));
    }

    @Test
    void aLinkIsReadFromTheFolderOfItsPage() {
        assertEquals(new Place("cli.md", "why"), Place.of("howto/view.md", "../cli.md#why"));
        assertEquals(new Place("howto/view.md", "x"), Place.of("howto/view.md", "#x"));
        assertEquals(new Place("decisions/001.md", ""), Place.of("contents.md", "decisions/001.md"));
    }
}
