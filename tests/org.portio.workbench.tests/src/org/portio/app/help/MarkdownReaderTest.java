// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.app.help.Block.Kind;

class MarkdownReaderTest {

    private static List<String> read(String text) {
        return MarkdownReader.read(text).stream()
                .map(block -> block.kind() + " " + block.level() + " " + block.text())
                .toList();
    }

    @Test
    void aParagraphIsOneLineWhateverItsLinesAre() {
        assertEquals(List.of("PARAGRAPH 0 one two", "PARAGRAPH 0 three"), read("one\ntwo\n\nthree\n"));
    }

    @Test
    void itemsGoOnWithIndentedLinesAndLieInOneAnother() {
        assertEquals(
                List.of("ITEM 0 one more", "ITEM 1 within", "ITEM 0 2"), read("- one\n  more\n  - within\n1. 2\n"));
    }

    @Test
    void codeKeepsItsLinesAndItsMarks() {
        assertEquals(List.of("PARAGRAPH 0 so:", "CODE 0 a **b**\n\n  c"), read("so:\n\n    a **b**\n\n      c\n"));
        assertEquals(List.of("CODE 0 # no heading\n- no item"), read("```sh\n# no heading\n- no item\n```\n"));
    }

    @Test
    void aRowOfATableIsATermAndWhatIsSaidOfIt() {
        assertEquals(
                List.of("TERM 0 a|b", "CELL 1 says", "PARAGRAPH 0 end"),
                read("| x | y |\n|---|---|\n| `a\\|b` | says |\n\nend\n"));
        assertEquals(
                List.of("TERM 0 1", "CELL 1 y: 2", "CELL 1 z: 3"),
                read("| x | y | z |\n|---|---|---|\n| 1 | 2 | 3 |\n"));
    }

    @Test
    void aCommentIsNotShownAndNamesTheTopicsOfTheNextHeading() {
        List<Block> blocks = MarkdownReader.read("<!-- help: a.b c -->\n## Title\n<!-- two\nlines -->\ntext\n");

        assertEquals(
                List.of(Kind.HEADING, Kind.PARAGRAPH),
                blocks.stream().map(Block::kind).toList());
        assertEquals(Set.of("a.b", "c"), blocks.getFirst().topics());
        assertEquals(2, blocks.getFirst().level());
    }

    @Test
    void aPlaceThatThePageNamesIsNotShown() {
        Block block = MarkdownReader.read("<a id=\"here\"></a>Two moments\n").getFirst();

        assertEquals("here", block.anchor());
        assertEquals("Two moments", block.text());
    }

    @Test
    void marksWithinALineAreNotShown() {
        List<Span> spans = InlineText.split("**bold** *weak* `a*b` [to `x`](y.md#z) 2 * 3 \\* ![image](i.png)");

        assertEquals(
                "bold weak a*b to x 2 * 3 * ",
                String.join("", spans.stream().map(Span::text).toList()));
        assertTrue(spans.contains(new Span("bold", true, false, false, "")));
        assertTrue(spans.contains(new Span("weak", false, true, false, "")));
        assertTrue(spans.contains(new Span("a*b", false, false, true, "")));
        assertTrue(spans.contains(new Span("to x", false, false, false, "y.md#z")));
    }
}
