// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.extension.Examined;
import org.portio.extension.Extension;
import org.portio.extension.Extension.Origin;
import org.portio.extension.ExtensionException;
import org.portio.extension.Fault;
import org.portio.extension.InstalledFeature;
import org.portio.extension.Problem;
import org.portio.extension.internal.jar.JarCopy;
import org.portio.extension.internal.store.Refusals;
import org.portio.extension.internal.store.Switches;

/** Installs, removes and switches extensions, and remembers their failures. */
record FolderChanges(Folders folders) {

    /** Problems that no later version, other extension or permission could cure. */
    private static final Set<Problem.Kind> HOPELESS = Set.of(
            Problem.Kind.UNREADABLE,
            Problem.Kind.CORRUPT,
            Problem.Kind.TOO_LARGE,
            Problem.Kind.NOT_A_BUNDLE,
            Problem.Kind.NAME_TAKEN,
            Problem.Kind.JAVA,
            Problem.Kind.PORTIO_VERSION);

    Extension examine(Path jar) throws ExtensionException {
        return checked(folders.alone(jar), jar);
    }

    Examined examined(Path jar) throws ExtensionException {
        Extension extension = examine(jar);
        try {
            return new Examined(jar, extension, JarCopy.to(OutputStream.nullOutputStream(), jar));
        } catch (IOException e) {
            throw failure("could not be read", jar.toString(), e);
        }
    }

    private static Extension checked(Extension alone, Path jar) throws ExtensionException {
        if (alone.problem() != null && HOPELESS.contains(alone.problem().kind())) {
            throw new ExtensionException(
                    Failure.of(Kind.REFUSED, jar + " " + alone.problem().text()));
        }
        return alone;
    }

    /** Installs a copy that was looked at once more: the jar may be in the hands of others. */
    private Path put(Examined examined) throws ExtensionException {
        try (StagedJar staged = staged(examined)) {
            return put(staged, examined.extension().id());
        } catch (IOException e) {
            throw failure("could not be installed", examined.extension().id(), e);
        }
    }

    private StagedJar staged(Examined examined) throws ExtensionException, IOException {
        StagedJar staged = new UserFolder(folders.user()).stage(examined.jar());
        try {
            checkSame(staged, examined);
            return staged;
        } catch (ExtensionException e) {
            staged.close();
            throw e;
        }
    }

    private void checkSame(StagedJar staged, Examined examined) throws ExtensionException {
        Extension copy = checked(folders.alone(staged.file()), examined.jar());
        if (!staged.digest().equals(examined.digest()) || !isSame(copy, examined.extension())) {
            throw new ExtensionException(Failure.of(
                    Kind.REFUSED,
                    examined.jar() + " was changed after PortIO had looked at it",
                    "if that was you, install it again"));
        }
    }

    private Path put(StagedJar staged, String id) throws IOException {
        Path target = staged.put(id, files(id));
        folders.switches().change(id, entry -> entry.with(true));
        return target;
    }

    /** Installs one by itself; it belongs to no feature any more. */
    Extension install(Examined examined) throws ExtensionException {
        Path target = put(examined);
        String id = examined.extension().id();
        try {
            folders.switches().changeFeatures(features -> FeatureJars.without(features, id));
        } catch (IOException e) {
            throw failure("could not be remembered", id, e);
        }
        return folders.list().stream()
                .filter(extension -> extension.file().equals(target))
                .findFirst()
                .orElseThrow(() -> new ExtensionException(Failure.of(Kind.FAILED, id + " was removed meanwhile")));
    }

    /**
     * Installs all or, if one of them can never be used or cannot be copied, none. What they belong to is remembered before the
     * first one is there, so that whatever stops this in the middle leaves nothing that could not be removed together.
     */
    List<Extension> install(List<Examined> jars, List<InstalledFeature> features) throws ExtensionException {
        Map<String, StagedJar> staged = new LinkedHashMap<>();
        try {
            for (Examined jar : jars) {
                staged.put(jar.extension().id(), staged(jar));
            }
            List<InstalledFeature> before = folders.switches().features();
            folders.switches().changeFeatures(current -> FeatureJars.replaced(current, features));
            Set<Path> there = put(staged);
            for (String id : FeatureJars.left(before, FeatureJars.replaced(before, features))) {
                new UserFolder(folders.user()).delete(files(id));
            }
            return folders.list().stream()
                    .filter(extension -> there.contains(extension.file()))
                    .toList();
        } catch (IOException e) {
            throw failure("could not be installed", features.getFirst().id(), e);
        } finally {
            staged.values().forEach(StagedJar::discard);
        }
    }

    private Set<Path> put(Map<String, StagedJar> staged) throws IOException {
        Set<Path> there = new HashSet<>();
        for (Map.Entry<String, StagedJar> one : staged.entrySet()) {
            there.add(put(one.getValue(), one.getKey()));
        }
        return there;
    }

    /** Returns whether two jars are alike in all that the user was told. */
    private static boolean isSame(Extension one, Extension other) {
        return told(one).equals(told(other));
    }

    private static List<?> told(Extension extension) {
        return List.of(
                extension.id(),
                extension.name(),
                extension.version(),
                extension.vendor(),
                extension.signers(),
                extension.brings());
    }

    /** Returns the files in the user's folder that have an extension. */
    private List<Path> files(String id) {
        return folders.list().stream()
                .filter(extension ->
                        extension.origin() == Origin.USER && extension.id().equals(id))
                .map(Extension::file)
                .toList();
    }

    List<Extension> removal(String id) {
        Set<String> jars = FeatureJars.goneWith(
                folders.switchesAtHand().map(Switches::features).orElse(List.of()), id);
        return folders.list().stream()
                .filter(extension -> extension.origin() == Origin.USER && jars.contains(extension.id()))
                .toList();
    }

    void remove(String id) throws ExtensionException {
        List<Extension> gone = removal(id);
        List<Path> files = gone.stream().map(Extension::file).toList();
        if (files.isEmpty()) {
            throw new ExtensionException(Failure.of(
                    Kind.REFUSED,
                    id + " belongs to the installation of PortIO",
                    "disable it instead: portio extension disable " + id));
        }
        try {
            new UserFolder(folders.user()).delete(files);
            for (Extension extension : gone) {
                folders.switches().change(extension.id(), entry -> entry.with(true));
            }
            folders.switches().changeFeatures(features -> FeatureJars.remaining(features, id));
        } catch (IOException e) {
            throw failure("could not be removed", id, e);
        }
    }

    void turn(String id, boolean on) throws ExtensionException {
        try {
            folders.switches().change(id, entry -> entry.with(on));
            folders.refusals().ifPresent(Refusals::forget);
        } catch (IOException e) {
            throw failure("could not be " + (on ? "enabled" : "disabled"), id, e);
        }
    }

    /** Remembers a failure, unless there is no place for that. */
    boolean failed(String id, Path file, Fault fault) throws ExtensionException {
        Optional<Switches> switches = folders.switchesAtHand();
        if (switches.isEmpty()) {
            return false;
        }
        String stamp = KnownJars.stamp(file);
        try {
            Switches.Entry entry = switches.get().change(id, before -> before.with(fault, stamp));
            return entry.faults().size() >= Switches.TOO_MANY;
        } catch (IOException e) {
            throw failure("has failed, which could not be remembered", id, e);
        }
    }

    private static ExtensionException failure(String what, String id, IOException cause) {
        Kind kind = cause instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED;
        return new ExtensionException(Failure.of(kind, id + " " + what + ": " + FileFailure.text(cause)), cause);
    }
}
