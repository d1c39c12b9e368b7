// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the text of a paragraph of Markdown at its links, its code and its emphasis. Images are left out. */
final class InlineText {

    private static final Pattern MARK = Pattern.compile("\\\\(?<escaped>\\p{Punct})"
            + "|(?<ticks>`+)(?<code>.+?)\\k<ticks>(?!`)"
            + "|!\\[[^\\]]*\\]\\([^)]*\\)"
            + "|\\[(?<words>(?:`[^`]*`|[^\\[\\]])+)\\]\\((?<target>(?:[^()\\s]|\\([^)]*\\))*)\\)"
            + "|(?<strong>\\*\\*)"
            + "|(?<weak>\\*(?=\\S)|(?<=\\S)\\*)");

    private final List<Span> spans = new ArrayList<>();
    private boolean bold;
    private boolean italic;

    private InlineText() {}

    static List<Span> split(String text) {
        InlineText inline = new InlineText();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            inline.add(text.substring(from, mark.start()), false, "");
            inline.take(mark);
            from = mark.end();
        }
        inline.add(text.substring(from), false, "");
        return inline.spans;
    }

    private void take(Matcher mark) {
        if (mark.group("escaped") != null) {
            add(mark.group("escaped"), false, "");
        } else if (mark.group("code") != null) {
            add(mark.group("code"), true, "");
        } else if (mark.group("words") != null) {
            String words = mark.group("words");
            add(words.replace("`", "").replace("*", ""), words.startsWith("`"), mark.group("target"));
        } else if (mark.group("strong") != null) {
            bold = !bold;
        } else if (mark.group("weak") != null) {
            italic = !italic;
        }
    }

    private void add(String text, boolean code, String target) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, bold, italic, code, target));
        }
    }
}
