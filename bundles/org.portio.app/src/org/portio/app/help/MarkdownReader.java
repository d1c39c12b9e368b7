// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.app.help.Block.Kind;

/**
 * Reads the Markdown in which the documentation is written: headings, paragraphs, lists, tables, code. A comment
 * {@code <!-- help: ID ... -->} before a heading says what its section is the help on.
 */
final class MarkdownReader {

    private static final Pattern TOPICS = Pattern.compile("<!-- help: (.+) -->");
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.+)");
    private static final Pattern ITEM = Pattern.compile("( *)(?:[-*]|\\d+\\.) +(.+)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final String CODE_INDENT = "    ";
    private static final String FENCE = "```";
    private static final String COMMENT_END = "-->";

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final TableRows table = new TableRows();
    private Kind openKind;
    private int openLevel;
    private Set<String> topics = Set.of();
    private boolean fenced;
    private boolean inComment;

    private MarkdownReader() {}

    static List<Block> read(String text) {
        MarkdownReader reader = new MarkdownReader();
        text.lines().forEach(reader::line);
        reader.close();
        return List.copyOf(reader.blocks);
    }

    private void line(String line) {
        if (fenced || line.strip().startsWith(FENCE)) {
            fence(line);
        } else if (inComment || line.startsWith("<!--")) {
            comment(line);
        } else if (line.isBlank()) {
            closeText();
            table.end(blocks);
            if (!code.isEmpty()) {
                code.add("");
            }
        } else if (openKind == null
                && line.startsWith(CODE_INDENT)
                && !ITEM.matcher(line).matches()) {
            table.end(blocks);
            code.add(line.substring(CODE_INDENT.length()));
        } else {
            text(line);
        }
    }

    private void fence(String line) {
        if (!line.strip().startsWith(FENCE)) {
            code.add(line);
            return;
        }
        close();
        fenced = !fenced;
    }

    private void comment(String line) {
        Matcher marked = TOPICS.matcher(line.strip());
        if (marked.matches()) {
            topics = Set.of(marked.group(1).split(" +"));
        }
        inComment = !line.contains(COMMENT_END);
    }

    private void text(String line) {
        closeCode();
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (line.startsWith("|")) {
            closeText();
            table.add(line);
        } else if (heading.matches()) {
            close();
            blocks.add(
                    new Block(Kind.HEADING, heading.group(1).length(), InlineText.split(heading.group(2)), topics, ""));
            topics = Set.of();
        } else if (item.matches()) {
            close();
            openKind = Kind.ITEM;
            openLevel = item.group(1).length() / 2;
            open.append(item.group(2));
        } else {
            goOn(line);
        }
    }

    private void goOn(String line) {
        table.end(blocks);
        if (openKind == null) {
            openKind = Kind.PARAGRAPH;
            openLevel = line.startsWith(" ") ? 1 : 0; // what is indented belongs to the item above
        } else {
            open.append(' ');
        }
        open.append(line.strip());
    }

    private void close() {
        closeText();
        closeCode();
        table.end(blocks);
    }

    private void closeText() {
        if (openKind != null) {
            Matcher named = ANCHOR.matcher(open);
            String anchor = named.lookingAt() ? named.group(1) : "";
            List<Span> spans = InlineText.split(named.replaceFirst(""));
            if (!spans.isEmpty()) {
                blocks.add(new Block(openKind, openLevel, spans, Set.of(), anchor));
            }
        }
        openKind = null;
        open.setLength(0);
    }

    private void closeCode() {
        while (!code.isEmpty() && code.getLast().isBlank()) {
            code.removeLast();
        }
        if (!code.isEmpty()) {
            blocks.add(new Block(Kind.CODE, 0, List.of(new Span(String.join("\n", code), false, false, true, ""))));
        }
        code.clear();
    }
}
