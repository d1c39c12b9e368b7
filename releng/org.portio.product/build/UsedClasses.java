// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes out of Bouncy Castle what p2 does not use: it checks signatures by PGP with a tenth of the library, all of which would be a
 * tenth of the product. What is used is what p2 names, and what that names, and so on.
 */
public final class UsedClasses {

    private static final String LIBRARY = "org/bouncycastle/";
    private static final Pattern NAME = Pattern.compile("L?(" + LIBRARY + "[\\w/$]+);?");

    private final Map<String, byte[]> library = new TreeMap<>();
    private final Set<String> used = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private UsedClasses() {}

    /** Takes the folder of the bundles, and the time that files in jars get. */
    public static void main(String... args) throws IOException {
        List<Path> jars = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(file -> (file.getFileName().toString().startsWith("bc") ? jars : others).add(file));
        }
        UsedClasses classes = new UsedClasses();
        for (Path jar : jars) {
            classes.read(jar, classes.library);
        }
        for (Path jar : others) {
            Map<String, byte[]> users = new TreeMap<>();
            if (jar.getFileName().toString().startsWith("org.eclipse.equinox.")) {
                classes.read(jar, users);
            }
            users.values().forEach(classes::follow);
        }
        while (!classes.open.isEmpty()) {
            classes.follow(classes.library.get(classes.open.pop()));
        }
        for (Path jar : jars) {
            classes.write(jar, LocalDateTime.ofInstant(Instant.parse(args[1]), ZoneOffset.UTC));
        }
    }

    private void read(Path jar, Map<String, byte[]> classes) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                    classes.put(
                            name.replace(".class", ""),
                            zip.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    /** Notes all classes of the library that a class names, in types of members as well. */
    private void follow(byte[] bytes) {
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            String text = switch (entry) {
                case ClassEntry type -> type.asInternalName();
                case Utf8Entry utf8 -> utf8.stringValue();
                default -> "";
            };
            for (Matcher names = NAME.matcher(text); names.find(); ) {
                if (library.containsKey(names.group(1)) && used.add(names.group(1))) {
                    open.push(names.group(1));
                }
            }
        }
    }

    private void write(Path jar, LocalDateTime time) throws IOException {
        Path small = jar.resolveSibling(jar.getFileName() + ".small");
        try (JarFile whole = new JarFile(jar.toFile(), false);
                OutputStream file = Files.newOutputStream(small);
                ZipOutputStream out = new ZipOutputStream(file)) {
            // Without signatures of classes that are gone, and without variants of them for later versions of Java.
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().putAll(whole.getManifest().getMainAttributes());
            manifest.getMainAttributes().remove(new java.util.jar.Attributes.Name("Multi-Release"));
            put(out, JarFile.MANIFEST_NAME, time);
            manifest.write(out);
            for (Map.Entry<String, byte[]> known : library.entrySet()) {
                String name = known.getKey() + ".class";
                if (used.contains(known.getKey()) && whole.getEntry(name) != null) {
                    put(out, name, time);
                    out.write(known.getValue());
                }
            }
        }
        Files.move(small, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(ZipOutputStream out, String name, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        out.putNextEntry(entry);
    }
}
