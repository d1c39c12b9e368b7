// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.core.system.User;
import org.portio.extension.Extension;
import org.portio.extension.Extension.Origin;
import org.portio.extension.ExtensionException;
import org.portio.extension.ExtensionFolders;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;
import org.portio.extension.Offered;
import org.portio.extension.Problem;
import org.portio.extension.internal.jar.JarFacts;
import org.portio.extension.internal.jar.JarReader;
import org.portio.extension.internal.load.ServiceMaker;
import org.portio.extension.internal.resolve.BundleDescription;
import org.portio.extension.internal.store.Memory;
import org.portio.extension.internal.store.Privacy;
import org.portio.extension.internal.store.ProductBundles;
import org.portio.extension.internal.store.Switches;

/** Extensions in the two folders. */
public final class FolderExtensions implements Extensions {

    /** Problems that no later version, other extension or permission could cure. */
    private static final Set<Problem.Kind> HOPELESS = Set.of(
            Problem.Kind.UNREADABLE,
            Problem.Kind.CORRUPT,
            Problem.Kind.TOO_LARGE,
            Problem.Kind.NOT_A_BUNDLE,
            Problem.Kind.NAME_TAKEN,
            Problem.Kind.JAVA,
            Problem.Kind.PORTIO_VERSION);

    private final ExtensionFolders folders;
    private final Supplier<Places> places;
    private final Path product;
    private final Privacy privacy;
    private final ClassLoader program;
    private final KnownJars jars = new KnownJars();
    private ServiceMaker maker;
    /** The latest list, and the signature that it had. */
    private List<Extension> list = List.of();

    private String listed = "";

    public FolderExtensions(Supplier<Places> places, Path product, User user, ClassLoader program) {
        this.folders = ExtensionFolders.of(places, product);
        this.places = places;
        this.product = product;
        this.privacy = new Privacy(user);
        this.program = program;
    }

    /** Returns the memory of the user; throws {@link org.portio.core.system.NoHomeException} if there is no place for it. */
    private Switches switches() {
        return new Switches(places.get().data());
    }

    private Optional<Switches> switchesAtHand() {
        return folders.user() == null ? Optional.empty() : Optional.of(switches());
    }

    @Override
    public List<Extension> list() {
        if (folders.areEmpty()) {
            return List.of();
        }
        synchronized (this) {
            String now = signature();
            if (!now.equals(listed)) {
                list = survey(jars::read).extensions();
                jars.keep(list.stream().map(Extension::file).toList());
                listed = now;
            }
            return list;
        }
    }

    @Override
    public String signature() {
        if (folders.areEmpty()) {
            return "";
        }
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
        text.append(switchesAtHand().map(Switches::stamp).orElse(""));
        return product == null
                ? text.toString()
                : text.append(KnownJars.stamp(product.resolve("plugins"))).toString();
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
        Memory memory = switchesAtHand().map(Switches::memory).orElseGet(() -> new Memory(Map.of(), null));
        return new Survey(memory, privacy, bundles);
    }

    @Override
    public List<Extension> find(String name) throws ExtensionException {
        List<Extension> all = list();
        List<Extension> meant = all.stream()
                .filter(extension -> extension.id().equals(name)
                        || extension.name().equalsIgnoreCase(name)
                        || extension.file().getFileName().toString().equals(name))
                .toList();
        if (!meant.isEmpty()) {
            return meant;
        }
        String known = all.stream().map(Extension::id).distinct().collect(Collectors.joining(", "));
        throw new ExtensionException(Failure.of(
                Kind.NOT_FOUND,
                "unknown extension '" + name + "'",
                known.isEmpty() ? "none is installed" : "choose from " + known));
    }

    @Override
    public Extension examine(Path jar) throws ExtensionException {
        JarFacts facts = JarReader.read(jar.toAbsolutePath());
        Survey survey = emptySurvey();
        survey.add(facts, Origin.USER);
        Extension alone = survey.extensions().getFirst();
        if (alone.problem() != null && HOPELESS.contains(alone.problem().kind())) {
            throw new ExtensionException(
                    Failure.of(Kind.REFUSED, jar + " " + alone.problem().text()));
        }
        return alone;
    }

    @Override
    public Extension install(Path jar) throws ExtensionException {
        String id = examine(jar).id();
        Path target;
        try {
            target = new UserFolder(folder()).put(jar, id, files(id));
            switches().change(id, entry -> entry.with(true));
        } catch (IOException e) {
            throw failed("could not be installed", id, e);
        }
        return list().stream()
                .filter(extension -> extension.file().equals(target))
                .findFirst()
                .orElseThrow(() -> new ExtensionException(Failure.of(Kind.FAILED, id + " was removed meanwhile")));
    }

    /** Returns the files in the user's folder that have an extension. */
    private List<Path> files(String id) {
        return list().stream()
                .filter(extension ->
                        extension.origin() == Origin.USER && extension.id().equals(id))
                .map(Extension::file)
                .toList();
    }

    @Override
    public void remove(String id) throws ExtensionException {
        UserFolder folder = new UserFolder(folder());
        List<Path> files = files(id);
        if (files.isEmpty()) {
            throw new ExtensionException(Failure.of(
                    Kind.REFUSED,
                    id + " belongs to the installation of PortIO",
                    "disable it instead: portio extension disable " + id));
        }
        try {
            folder.delete(files);
            switches().change(id, entry -> entry.with(true));
        } catch (IOException e) {
            throw failed("could not be removed", id, e);
        }
    }

    @Override
    public void enable(String id) throws ExtensionException {
        turn(id, true);
    }

    @Override
    public void disable(String id) throws ExtensionException {
        turn(id, false);
    }

    private void turn(String id, boolean on) throws ExtensionException {
        try {
            switches().change(id, entry -> entry.with(on));
        } catch (IOException e) {
            throw failed("could not be " + (on ? "enabled" : "disabled"), id, e);
        }
    }

    @Override
    public boolean failed(String id, Path file, Fault fault) throws ExtensionException {
        String stamp = KnownJars.stamp(file);
        try {
            Switches.Entry entry = switches().change(id, before -> before.with(fault, stamp));
            return entry.faults().size() >= Switches.TOO_MANY;
        } catch (IOException e) {
            throw failed("has failed, which could not be remembered", id, e);
        }
    }

    @Override
    public synchronized <S> List<Offered<S>> services(Class<S> type) {
        if (folders.areEmpty()) {
            return List.of();
        }
        if (maker == null) {
            maker = new ServiceMaker(survey(JarReader::skim).usable(), this, program);
        }
        return maker.make(type);
    }

    @Override
    public List<SetAside> damage() {
        return switchesAtHand().map(Switches::damage).orElse(List.of());
    }

    @Override
    public Path folder() {
        return ExtensionFolders.user(places.get());
    }

    private static ExtensionException failed(String what, String id, IOException cause) {
        Kind kind = cause instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED;
        return new ExtensionException(Failure.of(kind, id + " " + what + ": " + FileFailure.text(cause)), cause);
    }
}
