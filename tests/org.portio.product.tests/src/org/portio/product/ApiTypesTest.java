// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the manifests, the sources and docs/api-policy.md together. */
class ApiTypesTest {

    /** A sealed type says itself who implements it. */
    private static final Pattern TO_BE_MARKED =
            Pattern.compile("(?m)^public (?:non-sealed )?(?:interface|abstract class) ");

    private static final Pattern MARKED = Pattern.compile("(?m)^@(?:Consumer|Provider)Type$");
    /** A comma with an even number of quotation marks after it is in none of them. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private record Exported(Path bundle, String name, boolean toAll) {
        Path folder() {
            return bundle.resolve("src").resolve(name.replace('.', '/'));
        }
    }

    @Test
    void eachTypeOfTheApiSaysWhoImplementsIt() throws IOException {
        Set<String> unmarked = new TreeSet<>();
        int marked = 0;
        for (Exported exported : exported()) {
            if (!exported.toAll()) {
                continue;
            }
            for (Path file : list(exported.folder())) {
                if (Files.isDirectory(file)) {
                    continue;
                }
                String source = Files.readString(file);
                if (MARKED.matcher(source).find()) {
                    marked++;
                } else if (TO_BE_MARKED.matcher(source).find() && !isException(source)) {
                    unmarked.add(exported.name() + ": " + file.getFileName());
                }
            }
        }
        assertEquals(Set.of(), unmarked);
        assertTrue(marked > 20, marked + " types");
    }

    @Test
    void thePolicyNamesWhatIsExportedToNamedBundlesOnly() throws IOException {
        String policy = Files.readString(Checkout.folder().resolve("docs/api-policy.md"));
        String own = policy.substring(policy.indexOf("x-friends"), policy.indexOf("## Two kinds"));
        Set<String> wrong = new TreeSet<>();
        for (Exported exported : exported()) {
            if (exported.toAll() == own.contains("`" + exported.name() + "`")) {
                wrong.add(exported.name());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static boolean isException(String source) {
        return source.contains(" extends Exception ") || source.contains(" extends PortioException ");
    }

    private static List<Exported> exported() throws IOException {
        List<Exported> all = new ArrayList<>();
        for (Path bundle : list(Checkout.folder().resolve("bundles"))) {
            Path manifest = bundle.resolve("META-INF/MANIFEST.MF");
            if (!Files.exists(manifest)) {
                continue;
            }
            try (InputStream in = Files.newInputStream(manifest)) {
                String header = new Manifest(in).getMainAttributes().getValue("Export-Package");
                if (header == null) {
                    continue;
                }
                for (String clause : COMMA.split(header)) {
                    all.add(new Exported(
                            bundle, clause.replaceFirst(";.*", "").strip(), !clause.contains("x-friends:=")));
                }
            }
        }
        return all;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
