// SPDX-License-Identifier: EPL-2.0
package org.portio.app.preferences;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IExportedPreferences;
import org.eclipse.core.runtime.preferences.IPreferenceFilter;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.core.runtime.preferences.PreferenceFilterEntry;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.portio.core.system.AtomicFile;

/**
 * The user's preferences in a file of the platform's own format: those of PortIO and of its extensions, keys, colours, fonts
 * and the theme. What the platform remembers of this machine and this window is not among them.
 */
final class PreferenceFile {

    static final String EXTENSION = ".epf";

    private static final String VERSION = "file_export_version";

    private static final String PLATFORM = "org.eclipse.";
    /** The node of what the application remembers rather than what the user chose. */
    private static final String OWN_STATE = "org.portio.app";

    private static final List<String> OF_PLATFORM =
            List.of("org.eclipse.ui", "org.eclipse.ui.workbench", "org.eclipse.e4.ui.css.swt.theme");

    private PreferenceFile() {}

    static void write(Path file) throws CoreException, IOException {
        IPreferencesService service = Platform.getPreferencesService();
        IEclipsePreferences all = (IEclipsePreferences) service.getRootNode().node(InstanceScope.SCOPE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        service.exportPreferences(all, filter(nodes(all)), bytes);
        AtomicFile.write(file, true, text -> text.append(bytes.toString(StandardCharsets.ISO_8859_1)));
    }

    /** Sets the preferences that are in a file, and leaves all others as they are. */
    static void apply(Path file) throws CoreException, IOException, BackingStoreException {
        IPreferencesService service = Platform.getPreferencesService();
        byte[] bytes = Files.readAllBytes(file);
        IExportedPreferences read;
        if (!isExported(bytes)) {
            throw unusable(file, null);
        }
        try {
            read = service.readPreferences(new ByteArrayInputStream(bytes));
        } catch (CoreException e) {
            throw unusable(file, e);
        }
        String[] nodes = read.nodeExists(InstanceScope.SCOPE) ? nodes(read.node(InstanceScope.SCOPE)) : new String[0];
        if (nodes.length == 0) {
            throw unusable(file, null);
        }
        service.applyPreferences(read, filter(nodes));
    }

    /** Returns whether these are properties that the platform has written: it takes any for preferences of its first versions. */
    private static boolean isExported(byte... bytes) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException _) {
            return false; // not even properties
        }
        return properties.containsKey(VERSION);
    }

    private static CoreException unusable(Path file, Exception cause) {
        return new CoreException(Status.error(NLS.bind(Messages.PreferenceFile_notOne, file), cause));
    }

    private static String[] nodes(Preferences scope) throws CoreException {
        try {
            return scope.childrenNames();
        } catch (BackingStoreException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
    }

    /** Chooses of these nodes those that are the user's choice. */
    private static IPreferenceFilter[] filter(String... names) {
        Map<String, PreferenceFilterEntry[]> nodes = new HashMap<>();
        for (String name : names) {
            if (OF_PLATFORM.contains(name) || !name.startsWith(PLATFORM) && !name.equals(OWN_STATE)) {
                nodes.put(name, null);
            }
        }
        return new IPreferenceFilter[] {
            new IPreferenceFilter() {
                @Override
                public String[] getScopes() {
                    return new String[] {InstanceScope.SCOPE};
                }

                @Override
                public Map<String, PreferenceFilterEntry[]> getMapping(String scope) {
                    return nodes;
                }
            }
        };
    }
}
