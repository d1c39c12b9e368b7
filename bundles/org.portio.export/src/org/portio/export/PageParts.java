// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The parts of a page that are the same for each snapshot. The policy lets the browser run this script and style and nothing
 * else: a text that were not escaped could still not do anything, and the page cannot load anything.
 *
 * @param style in CSS
 * @param script in JavaScript
 */
record PageParts(String style, String script) {

    static PageParts ofBundle() throws IOException {
        return new PageParts(resource("page.css"), resource("page.js"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the content security policy. */
    String policy() {
        return "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script) + "'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
