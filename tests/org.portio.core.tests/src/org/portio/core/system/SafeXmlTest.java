// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML that is honest, and XML that is not. */
class SafeXmlTest {

    private static String text(String xml) throws XMLStreamException {
        XMLStreamReader reader = SafeXml.reader(xml.getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            reader.next();
            if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    @Test
    void readsText() throws XMLStreamException {
        assertEquals("<a>", text("<x>&lt;a&gt;</x>"));
        assertThrows(XMLStreamException.class, () -> text("<x>"));
    }

    @Test
    void opensNoOtherFile(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><x>&e;</x>";
        String read;
        try {
            read = text(xml);
        } catch (XMLStreamException _) {
            read = "";
        }
        assertFalse(read.contains("secret"), read);
    }

    /** Ten entities of ten each, ten times over: ten gigabytes. */
    @Test
    void expandsNoEntities() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"0123456789\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String read;
        try {
            read = text(xml + "]><x>&e9;</x>");
        } catch (XMLStreamException _) {
            read = "";
        }
        assertEquals("", read);
    }
}
