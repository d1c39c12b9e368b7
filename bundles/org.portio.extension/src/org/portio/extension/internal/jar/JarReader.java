// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.portio.core.system.SafeXml;
import org.portio.extension.Brought;
import org.portio.extension.Problem;
import org.portio.extension.Problem.Kind;
import org.portio.extension.internal.resolve.BundleDescription;

/** Reads a jar that anybody may have made, runs nothing of it, and never fails. */
public final class JarReader {

    /** Thrown for a jar that cannot be an extension. */
    private static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Kind kind;

        UnusableException(Kind kind, String text) {
            super(text);
            this.kind = kind;
        }
    }

    private final Path file;
    private final JarFile jar;
    private final boolean whole;
    private final List<JarEntry> entries;

    private JarReader(Path file, JarFile jar, boolean whole) throws UnusableException {
        this.file = file;
        this.jar = jar;
        this.whole = whole;
        this.entries = Collections.list(jar.entries());
        checkSizes();
    }

    /** Reads all of it. */
    public static JarFacts read(Path file) {
        return read(file, true);
    }

    /** Reads what it says of itself, for the start of a command: neither who signed it nor whether each file is whole. */
    public static JarFacts skim(Path file) {
        return read(file, false);
    }

    private static JarFacts read(Path file, boolean whole) {
        try {
            if (!Files.isRegularFile(file)) {
                return JarFacts.unusable(file, Kind.CORRUPT, "is not a file");
            }
            if (!Files.isReadable(file)) {
                return JarFacts.unusable(
                        file, Kind.UNREADABLE, "cannot be read; check its permissions with: ls -l " + file);
            }
            if (Files.size(file) > Limits.JAR) {
                return JarFacts.unusable(file, Kind.TOO_LARGE, "is larger than " + (Limits.JAR >> 20) + " MiB");
            }
            try (JarFile jar = new JarFile(file.toFile(), whole)) {
                return new JarReader(file, jar, whole).facts();
            }
        } catch (UnusableException e) {
            return JarFacts.unusable(file, e.kind, e.getMessage());
        } catch (Limits.ExceededException e) {
            return JarFacts.unusable(file, Kind.TOO_LARGE, e.getMessage());
        } catch (SecurityException e) {
            return JarFacts.unusable(file, Kind.CORRUPT, "was changed after it was signed: " + e.getMessage());
        } catch (ZipException e) {
            return JarFacts.unusable(file, Kind.CORRUPT, "is not a jar, or damaged: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            return JarFacts.unusable(file, Kind.CORRUPT, "cannot be read to its end: " + e.getMessage());
        }
    }

    /** Compares what the jar says of itself with the limits before anything of it is unpacked. */
    private void checkSizes() throws UnusableException {
        long packed = 0;
        long unpacked = 0;
        for (JarEntry entry : entries) {
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
        }
        boolean bomb = unpacked > Limits.SMALL && unpacked > packed * Limits.RATIO;
        if (entries.size() > Limits.FILES || unpacked > Limits.UNPACKED || bomb) {
            throw new UnusableException(
                    Kind.TOO_LARGE,
                    "unpacks to " + (unpacked >> 20) + " MiB in " + entries.size()
                            + " files, which is more than an extension may have");
        }
    }

    private JarFacts facts() throws IOException, UnusableException {
        List<String> signers = whole ? Signatures.of(jar, entries, Limits.UNPACKED) : List.of();
        Map<String, String> headers = headers();
        Properties texts = texts(headers);
        BundleDescription bundle = null;
        Problem problem;
        try {
            bundle = BundleDescription.of(headers);
            problem = whole ? ClassVersions.problem(jar, entries) : null;
        } catch (IllegalArgumentException e) {
            problem = new Problem(Kind.NOT_A_BUNDLE, "is not an OSGi bundle: " + e.getMessage());
        }
        List<ComponentXml> components = components(headers);
        List<Brought> brings = new ArrayList<>(window(texts));
        components.stream().map(Services::brought).forEach(brings::addAll);
        String name = PluginXml.localized(header(headers, "Bundle-Name"), texts);
        String id = bundle == null ? file.getFileName().toString() : bundle.name();
        return new JarFacts(
                file,
                bundle,
                name.isEmpty() ? id : name,
                header(headers, "Bundle-Version"),
                PluginXml.localized(header(headers, "Bundle-Vendor"), texts),
                signers,
                List.copyOf(brings),
                components,
                problem);
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.getOrDefault(name, "").strip();
    }

    private Map<String, String> headers() throws IOException, UnusableException {
        byte[] text = text(JarFile.MANIFEST_NAME);
        if (text == null) {
            throw new UnusableException(Kind.NOT_A_BUNDLE, "is not an OSGi bundle: it has no manifest");
        }
        Map<String, String> headers = new HashMap<>();
        Manifest manifest = new Manifest(new ByteArrayInputStream(text));
        manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    private Properties texts(Map<String, String> headers) throws IOException {
        Properties texts = new Properties();
        byte[] file = text(headers.getOrDefault("Bundle-Localization", "OSGI-INF/l10n/bundle") + ".properties");
        if (file != null) {
            texts.load(new ByteArrayInputStream(file));
        }
        return texts;
    }

    /** Reads what the window will show. A file that is damaged or hostile says nothing here; the workbench will say more. */
    private List<Brought> window(Properties texts) throws IOException {
        byte[] plugin = text("plugin.xml");
        byte[] xml = plugin == null ? text("fragment.xml") : plugin;
        try {
            return xml == null ? List.of() : PluginXml.read(SafeXml.reader(xml), texts);
        } catch (XMLStreamException _) {
            return List.of();
        }
    }

    private List<ComponentXml> components(Map<String, String> headers) throws IOException {
        List<ComponentXml> components = new ArrayList<>();
        for (String name : ComponentFiles.of(headers.getOrDefault("Service-Component", ""), entries)) {
            try {
                components.add(ComponentXml.read(SafeXml.reader(text(name))));
            } catch (XMLStreamException _) {
                continue; // OSGi leaves it out, too.
            }
        }
        return components;
    }

    /** Returns the content of a file in the jar; null if there is none. */
    private byte[] text(String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Limits.TEXT + 1);
            if (bytes.length > Limits.TEXT) {
                throw Limits.ExceededException.unpacked();
            }
            return bytes;
        }
    }
}
