// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing in the program decides by the words of a failure: kind and remedy are values, and words are for people. */
class WordsTest {

    /** A message, and a question about its words: directly, or after it got a name. */
    private static final Pattern SEARCHED =
            Pattern.compile("(?:getMessage|getLocalizedMessage|what|explanation|detail|advice)\\(\\)\\)?\\s*"
                    + "(?:\\.(?:strip|trim|toLowerCase|toUpperCase)\\([^)]*\\)\\s*)*"
                    + "\\.(?:contains|startsWith|endsWith|matches|indexOf|regionMatches|split)\\(");

    private static final Pattern NAMED = Pattern.compile(
            "String (\\w+) =\\s*(?:String\\.valueOf\\()?\\w+\\.(?:getMessage|what|explanation|detail)\\(\\)");

    /**
     * Places where Java gives a reason in words alone: whether the reader of a pipe has gone, if the system cannot
     * tell what stdout is.
     */
    private static final Set<String> KNOWN = Set.of("StandardOutput.java");

    @Test
    void nobodySearchesAMessage() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Checkout.sources("bundles", "java")) {
            String code = Files.readString(file);
            if (!KNOWN.contains(file.getFileName().toString())) {
                SEARCHED.matcher(code).results().forEach(match -> found.add(file.getFileName() + ": " + match.group()));
                NAMED.matcher(code)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> Pattern.compile("\\b" + name
                                        + "(?:\\.(?:strip|toLowerCase)\\([^)]*\\))*"
                                        + "\\.(?:contains|startsWith|endsWith|matches|toLowerCase|indexOf)\\(")
                                .matcher(code)
                                .find())
                        .forEach(name -> found.add(file.getFileName() + ": " + name));
            }
        }
        assertEquals(List.of(), found, "decide by PortioException.kind() and remedy(), or by a value of your own");
    }
}
