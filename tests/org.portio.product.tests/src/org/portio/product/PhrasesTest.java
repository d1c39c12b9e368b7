// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the worst phrases of docs/style.md out of what users and developers read. */
class PhrasesTest {

    /** Phrases that a user never reads: each has a better wording in docs/style.md. */
    private static final Pattern MESSAGE =
            Pattern.compile("(?<![Tt]here) is no (?!longer|more|doubt|matter)[a-z]|\\bgo(es)? on\\b"
                    + "|\\bGo on\\?|does it all the same|\\bwhere it exists\\b"
                    + "|[Tt]here is no (?:program|user|process|such|server|TCP)|\\bno list shows\\b|, which is said\\b"
                    + "|ports go from|\\bis told\\b|\\bis not known\\b|makes no sense|\\bwhat will be hit\\b"
                    + "|to begin anew|\\bTo mend\\b|free by the list|is there twice|keeps? from everybody|\\bPortIO blocks no\\b"
                    + "|No server runs|\\bexists already\\b|is reserved already|who asks\\b|of PortIO's own\\b|to a line\\b"
                    + "|\\bfor your own memory|[Nn]obody looks any|\\(pid ");

    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\\n])*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/\\*|\\*|//).*$");

    /** Openers that are neither a verb in the third person nor a noun phrase: clauses, purposes and circumstances. */
    private static final Pattern DOCUMENTATION = Pattern.compile(
            "/\\*\\*\\s*(?:\\*\\s*)?((?:Of|To|How|For|By|Where|With|From|What|Whose|Who|Why|It|Itself|That|Those"
                    + "|As|At|In|On|Has|Is|Does|Until|While|Without)\\b[^\\n]*)");

    @Test
    void messagesOfTheProgramAreIdiomatic() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("java")) {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            LITERAL.matcher(code)
                    .results()
                    .map(match -> match.group(1))
                    .filter(text -> MESSAGE.matcher(text).find())
                    .forEach(text -> found.add(file.getFileName() + ": " + text));
        }
        assertEquals(List.of(), found, "see docs/style.md");
    }

    @Test
    void textsOfTheWindowAreIdiomatic() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("properties")) {
            Files.readAllLines(file).stream()
                    .filter(line -> MESSAGE.matcher(line).find())
                    .forEach(line -> found.add(file.getFileName() + ": " + line));
        }
        assertEquals(List.of(), found, "see docs/style.md");
    }

    @Test
    void documentationOfTheCodeBeginsWithAVerbOrANoun() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files = new ArrayList<>(files("java"));
        files.addAll(Checkout.sources("tests", "java"));
        for (Path file : files) {
            Matcher matcher = DOCUMENTATION.matcher(Files.readString(file));
            matcher.results()
                    .map(MatchResult::group)
                    .forEach(text -> found.add(file.getFileName() + ": " + text.strip()));
        }
        assertEquals(List.of(), found, "see docs/style.md");
    }

    private static List<Path> files(String extension) throws IOException {
        return Checkout.sources("bundles", extension);
    }
}
