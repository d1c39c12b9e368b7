// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of bundles.info that Equinox takes; one that it does not take would be the end of the start.
 *
 * @param bundle its symbolic name
 * @param location of its jar or folder, as the line has it: relative to the product's directory, or a URI
 * @param text the whole line
 */
record BundleLine(String bundle, String location, String text) {

    private static final Pattern FORM =
            Pattern.compile("([\\w.-]+),\\d{1,9}(?:\\.\\d{1,9}(?:\\.\\d{1,9}(?:\\.[\\w-]+)?)?)?,"
                    + "([^,]+),-?\\d{1,9},(?:true|false)");

    static Optional<BundleLine> of(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BundleLine read = new BundleLine(matcher.group(1), matcher.group(2), line);
        try {
            read.file(Path.of(""));
            return Optional.of(read);
        } catch (IllegalArgumentException | FileSystemNotFoundException _) {
            return Optional.empty(); // no URI, or one that names no file
        }
    }

    Path file(Path product) {
        URI uri = URI.create(location);
        return uri.isAbsolute() ? Path.of(uri) : product.resolve(uri.getPath());
    }
}
