// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.extension.Extension;
import org.portio.extension.Extension.Origin;
import org.portio.extension.ExtensionFolders;
import org.portio.extension.internal.jar.JarFacts;
import org.portio.extension.internal.jar.JarReader;
import org.portio.extension.internal.resolve.BundleDescription;
import org.portio.extension.internal.store.Memory;
import org.portio.extension.internal.store.Privacy;
import org.portio.extension.internal.store.ProductBundles;
import org.portio.extension.internal.store.Refusals;
import org.portio.extension.internal.store.Switches;
import org.portio.extension.internal.store.UsableJars;

/** Looks at the two folders, and at what is remembered of the extensions in them. */
final class Folders {

    private final ExtensionFolders folders;
    private final Supplier<Places> places;
    private final Path product;
    private final Privacy privacy;
    private final KnownJars jars = new KnownJars();
    /** The latest list, and the signature that it had. */
    private List<Extension> list = List.of();

    private String listed = "";

    Folders(Supplier<Places> places, Path product, User user) {
        this.folders = ExtensionFolders.of(places, product);
        this.places = places;
        this.product = product;
        this.privacy = new Privacy(user);
    }

    boolean isEmpty() {
        return folders.areEmpty();
    }

    /**
     * Returns the user's folder.
     *
     * @throws org.portio.core.system.NoHomeException if PortIO does not know where this user's files are
     */
    Path user() {
        return ExtensionFolders.user(places.get());
    }

    /**
     * Returns the user's memory, to change it.
     *
     * @throws org.portio.core.system.NoHomeException if PortIO does not know where this user's files are
     */
    Switches switches() {
        return new Switches(places.get().data());
    }

    /** Returns the user's memory if there is a place for one. */
    Optional<Switches> switchesAtHand() {
        return folders.user() == null ? Optional.empty() : Optional.of(switches());
    }

    /** Returns what OSGi has said against jars, if there is a place for that. */
    Optional<Refusals> refusals() {
        return folders.user() == null
                ? Optional.empty()
                : Optional.of(new Refusals(places.get().cache()));
    }

    /** Remembers what OSGi says against the jars that are there now. */
    void refuse(Map<Path, String> reasons) {
        String jars = jarsNow();
        refusals()
                .filter(refusals -> !refusals.read(jars).equals(reasons))
                .ifPresent(refusals -> refusals.write(jars, reasons));
    }

    /** Returns the extensions by id. */
    synchronized List<Extension> list() {
        if (isEmpty()) {
            return List.of();
        }
        String now = signature();
        if (!now.equals(listed)) {
            list = survey(jars::read).extensions();
            jars.keep(list.stream().map(Extension::file).toList());
            listed = now;
        }
        return list;
    }

    /** Returns a text that is another one whenever a list may have another answer. */
    String signature() {
        if (isEmpty()) {
            return "";
        }
        return jarsNow()
                + switchesAtHand().map(Switches::stamp).orElse("")
                + refusals().map(Refusals::stamp).orElse("");
    }

    /** Returns a text that is another one whenever there are other jars, of PortIO or of extensions. */
    private String jarsNow() {
        StringBuilder text = new StringBuilder();
        for (Path folder : new Path[] {folders.user(), folders.system()}) {
            for (Path jar : ExtensionFolders.jars(folder)) {
                text.append(jar)
                        .append(' ')
                        .append(KnownJars.mark(jar))
                        .append(privacy.mark(jar))
                        .append('\n');
            }
        }
        return product == null
                ? text.toString()
                : text.append(KnownJars.stamp(product.resolve("plugins"))).toString();
    }

    /** Returns those that can be used, each with those from which it takes something. No jar is read to its end for that. */
    Map<JarFacts, List<JarFacts>> usable() {
        List<Path> all = Stream.of(folders.user(), folders.system())
                .flatMap(folder -> ExtensionFolders.jars(folder).stream())
                .toList();
        Optional<UsableJars> kept = folders.user() == null
                ? Optional.empty()
                : Optional.of(new UsableJars(places.get().cache(), privacy));
        String now = Runtime.version() + "\n" + signature();
        Optional<Map<Path, List<Path>>> known = kept.flatMap(jars -> jars.read(now, all));
        if (known.isPresent()) {
            return skimmed(known.get());
        }
        Map<JarFacts, List<JarFacts>> found = survey(JarReader::skim).usable();
        kept.ifPresent(jars -> jars.write(now, all, files(found)));
        return found;
    }

    private static Map<JarFacts, List<JarFacts>> skimmed(Map<Path, List<Path>> usable) {
        Map<Path, JarFacts> facts = usable.keySet().stream().collect(Collectors.toMap(jar -> jar, JarReader::skim));
        return usable.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> facts.get(each.getKey()),
                        each -> each.getValue().stream().map(facts::get).toList()));
    }

    private static Map<Path, List<Path>> files(Map<JarFacts, List<JarFacts>> usable) {
        return usable.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().file(),
                        each -> each.getValue().stream().map(JarFacts::file).toList()));
    }

    /** Looks at a jar as if it were the only one in the user's folder. */
    Extension alone(Path jar) {
        Survey survey = emptySurvey();
        survey.add(JarReader.read(jar.toAbsolutePath()), Origin.USER);
        return survey.extensions().getFirst();
    }

    /** Looks at all that is in the folders. */
    private Survey survey(Function<Path, JarFacts> reader) {
        Survey survey = emptySurvey();
        ExtensionFolders.jars(folders.user()).forEach(jar -> survey.add(reader.apply(jar), Origin.USER));
        ExtensionFolders.jars(folders.system()).forEach(jar -> survey.add(reader.apply(jar), Origin.SYSTEM));
        return survey;
    }

    private Survey emptySurvey() {
        List<BundleDescription> bundles = product == null ? List.of() : ProductBundles.of(product);
        Memory memory = switchesAtHand().map(Switches::memory).orElseGet(() -> new Memory(Map.of(), List.of(), null));
        String jars = jarsNow();
        return new Survey(
                memory, privacy, bundles, refusals().map(all -> all.read(jars)).orElse(Map.of()));
    }
}
