// SPDX-License-Identifier: EPL-2.0

import java.util.List;
import java.util.Optional;

/**
 * The license of each library in the product, by the name of its bundle. One that is not here fails the build: whoever adds a
 * library looks up its license, and adds it to NOTICE.md.
 */
final class Libraries {

    /**
     * A family of bundles.
     *
     * @param bundles start of their names
     * @param notice words of its row in NOTICE.md
     * @param license as an SPDX expression
     */
    record Family(String bundles, String notice, String license) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("org.portio.", "PortIO", "EPL-2.0"),
            new Family("org.eclipse.emf.", "Eclipse Modeling Framework", "EPL-2.0"),
            new Family("org.eclipse.", "Eclipse Platform", "EPL-2.0"),
            new Family("org.apache.felix.scr", "Apache Felix SCR", "Apache-2.0"),
            new Family("org.apache.aries.spifly", "Apache Aries SPI Fly", "Apache-2.0"),
            new Family("org.apache.batik.", "Apache Batik", "Apache-2.0"),
            new Family("org.apache.xmlgraphics", "XML Graphics Commons", "Apache-2.0"),
            new Family("org.w3c.css.sac", "W3C CSS SAC", "W3C AND Apache-2.0"),
            new Family("org.osgi.", "OSGi", "Apache-2.0"),
            new Family(
                    "jakarta.annotation-api",
                    "Jakarta Annotations",
                    "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0"),
            new Family("jakarta.inject", "Jakarta Inject", "Apache-2.0"),
            new Family("org.objectweb.asm", "ASM", "BSD-3-Clause"),
            new Family("com.ibm.icu", "ICU4J", "Unicode-3.0"),
            new Family("com.github.weisj.jsvg", "JSVG", "MIT"),
            new Family("com.github.oshi.", "OSHI", "MIT"),
            new Family("com.sun.jna", "JNA", "Apache-2.0 OR LGPL-2.1-or-later"),
            new Family("org.jspecify", "JSpecify", "Apache-2.0"),
            new Family("slf4j.", "SLF4J", "MIT"),
            new Family("com.google.gson", "Gson", "Apache-2.0"),
            new Family("org.eclipse.swtchart", "SWTChart", "EPL-2.0"),
            new Family("org.zeromq.jeromq", "JeroMQ", "MPL-2.0"),
            new Family("eu.neilalexander.jnacl", "jnacl", "BSD-2-Clause"),
            new Family("org.sat4j.", "Sat4j", "EPL-1.0 OR LGPL-2.1-or-later"),
            new Family("org.tukaani.xz", "XZ for Java", "0BSD"),
            new Family("bcp", "Bouncy Castle", "MIT AND Apache-2.0"),
            new Family("bcutil", "Bouncy Castle", "MIT AND Apache-2.0"),
            new Family("picocli", "picocli", "Apache-2.0"));

    private Libraries() {}

    /** Returns the family of a bundle of this name, whose row must be in the text of NOTICE.md. */
    static Family of(String bundle, String notices) {
        Optional<Family> family = FAMILIES.stream()
                .filter(known -> bundle.startsWith(known.bundles()))
                .findFirst();
        return family.filter(known -> notices.contains(known.notice()))
                .orElseThrow(() -> new IllegalStateException(
                        bundle + " is neither in Libraries.java nor in NOTICE.md; add its license to both"));
    }
}
