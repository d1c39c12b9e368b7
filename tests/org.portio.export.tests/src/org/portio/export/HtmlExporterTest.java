// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.portio.core.ProcessInfo;
import org.portio.testing.Sockets;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlExporterTest {

    private static final Pattern TABLE = Pattern.compile("<table>.*</table>", Pattern.DOTALL);

    private final HtmlExporter exporter = new HtmlExporter();

    @Test
    void writesATableWithTheMainColumnsFirst() throws Exception {
        Element table = table(Samples.text(exporter, Samples.SHARED, Samples.LONG));

        assertEquals(
                List.of("Protocol", "Local Address", "Local Port", "Remote Address", "Remote Port", "State", "PID"),
                texts(table, "th").subList(0, 7));
        List<String> cells = texts(table, "td");
        assertEquals(
                List.of("TCP", "127.0.0.1", "8080", "", "", "LISTEN", "42, 43", "java", "root"), cells.subList(0, 9));
        assertEquals(2 * texts(table, "th").size(), cells.size());
        assertFalse(texts(table, "th").contains("Namespace"), "a column without values");
    }

    @Test
    void foreignTextIsText() throws Exception {
        String name = "</td></table><script>alert('x')</script>&amp;\u202e";
        ProcessInfo owner = new ProcessInfo(1, null, name, "", "", Sockets.ROOT, 0);

        String page = Samples.text(exporter, Samples.ownedBy(owner));

        assertTrue(texts(table(page), "td").contains(name.replace('\u202e', '?')), page);
        assertEquals(1, Pattern.compile("<script").matcher(page).results().count());
    }

    @Test
    void asksForNothingFromElsewhereAndRunsNothingElse() throws IOException {
        String page = Samples.text(exporter, Samples.SHARED);
        PageParts parts = PageParts.ofBundle();

        assertFalse(
                Pattern.compile("src=|href=|url\\(|@import|https?:")
                        .matcher(page)
                        .find(),
                page);
        assertTrue(page.contains("content=\"" + parts.policy() + "\""));
        assertTrue(parts.policy().startsWith("default-src 'none'; "), parts.policy());
        assertTrue(page.contains("<style>" + parts.style() + "</style>"));
        assertTrue(page.contains("<script>" + parts.script() + "</script>"));
        assertTrue(parts.style().contains("prefers-color-scheme: dark"));
    }

    @Test
    void saysHowManyOfHowManyItShows() throws IOException {
        StringWriter out = new StringWriter();
        exporter.write(Samples.snapshot(Samples.SHARED, Samples.LONG).with(List.of(Samples.LONG)), out);

        assertTrue(out.toString().contains("<p>1 of 2 sockets.</p>"), out.toString());
    }

    /** The table has an end for each beginning, and nothing that a strict reader would refuse. */
    private static Element table(String page) throws Exception {
        Matcher table = TABLE.matcher(page);
        assertTrue(table.find(), page);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(table.group())))
                .getDocumentElement();
    }

    private static List<String> texts(Element table, String tag) {
        NodeList elements = table.getElementsByTagName(tag);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> elements.item(i).getTextContent())
                .toList();
    }
}
