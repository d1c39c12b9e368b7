// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.services.IServiceLocator;

/** The pages as they are packaged: the folder {@code docs} of the sources, which the build puts into this bundle. */
final class HelpFiles {

    private static final String FOLDER = "/docs/";

    private HelpFiles() {}

    /** Returns the pages, with the keys as they are set now. */
    static Library library(IServiceLocator services) {
        return new Library(path -> path.equals(Library.KEYS) ? read(path) + KeyTable.of(services) : read(path));
    }

    /** Returns null for a page that does not exist. */
    static String read(String path) {
        return text(FOLDER + path);
    }

    /** Returns a file of this bundle; null if it does not exist. */
    static String text(String file) {
        try (InputStream stream = HelpFiles.class.getResourceAsStream(file)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            ILog.of(HelpFiles.class).error(NLS.bind(Messages.HelpFiles_missing, file), e);
            return null;
        }
    }
}
