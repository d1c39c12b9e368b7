// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
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
import org.portio.extension.Extension;
import org.portio.extension.Extension.Origin;
import org.portio.extension.ExtensionException;
import org.portio.extension.Fault;
import org.portio.extension.InstalledFeature;
import org.portio.extension.Problem;
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
        Extension alone = folders.alone(jar);
        if (alone.problem() != null && HOPELESS.contains(alone.problem().kind())) {
            throw new ExtensionException(
                    Failure.of(Kind.REFUSED, jar + " " + alone.problem().text()));
        }
        return alone;
    }

    Extension install(Path jar) throws ExtensionException {
        String id = examine(jar).id();
        Path target;
        try {
            target = new UserFolder(folders.user()).put(jar, id, files(id));
            folders.switches().change(id, entry -> entry.with(true));
            folders.switches().changeFeatures(features -> FeatureJars.without(features, id));
        } catch (IOException e) {
            throw failure("could not be installed", id, e);
        }
        return folders.list().stream()
                .filter(extension -> extension.file().equals(target))
                .findFirst()
                .orElseThrow(() -> new ExtensionException(Failure.of(Kind.FAILED, id + " was removed meanwhile")));
    }

    /** Installs all or, if one of them can never be used, none. */
    List<Extension> install(List<Path> jars, List<InstalledFeature> features) throws ExtensionException {
        Map<Path, String> ids = new LinkedHashMap<>();
        for (Path jar : jars) {
            ids.put(jar, examine(jar).id());
        }
        UserFolder folder = new UserFolder(folders.user());
        Set<Path> there = new HashSet<>();
        for (Map.Entry<Path, String> each : ids.entrySet()) {
            try {
                there.add(folder.put(each.getKey(), each.getValue(), files(each.getValue())));
                folders.switches().change(each.getValue(), entry -> entry.with(true));
            } catch (IOException e) {
                throw failure("could not be installed", each.getValue(), e);
            }
        }
        record(features, folder);
        return folders.list().stream()
                .filter(extension -> there.contains(extension.file()))
                .toList();
    }

    /** Remembers features in the place of their earlier versions, and deletes the jars that only those had. */
    private void record(List<InstalledFeature> features, UserFolder folder) throws ExtensionException {
        try {
            List<InstalledFeature> before = folders.switches().features();
            List<InstalledFeature> now = FeatureJars.replaced(before, features);
            for (String id : FeatureJars.left(before, now)) {
                folder.delete(files(id));
            }
            folders.switches().changeFeatures(current -> FeatureJars.replaced(current, features));
        } catch (IOException e) {
            throw failure("could not be remembered", features.getFirst().id(), e);
        }
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
        Set<String> jars = FeatureJars.goneWith(folders.switches().features(), id);
        return folders.list().stream()
                .filter(extension -> extension.origin() == Origin.USER && jars.contains(extension.id()))
                .toList();
    }

    void remove(String id) throws ExtensionException {
        UserFolder folder = new UserFolder(folders.user());
        List<Extension> gone = removal(id);
        List<Path> files = gone.stream().map(Extension::file).toList();
        if (files.isEmpty()) {
            throw new ExtensionException(Failure.of(
                    Kind.REFUSED,
                    id + " belongs to the installation of PortIO",
                    "disable it instead: portio extension disable " + id));
        }
        try {
            folder.delete(files);
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
