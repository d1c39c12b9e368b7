// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.core.system.User;
import org.portio.extension.Examined;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;
import org.portio.extension.InstalledFeature;
import org.portio.extension.Offered;
import org.portio.extension.internal.load.ServiceMaker;
import org.portio.extension.internal.store.Switches;

/** Extensions in the two folders. */
public final class FolderExtensions implements Extensions {

    private final Folders folders;
    private final FolderChanges changes;
    private final ClassLoader program;
    private ServiceMaker maker;

    public FolderExtensions(Supplier<Places> places, Path product, User user, ClassLoader program) {
        this.folders = new Folders(places, product, user);
        this.changes = new FolderChanges(folders);
        this.program = program;
    }

    @Override
    public List<Extension> list() {
        return folders.list();
    }

    @Override
    public String signature() {
        return folders.signature();
    }

    @Override
    public List<Extension> find(String name) throws ExtensionException {
        List<Extension> all = list();
        List<Extension> meant = all.stream()
                .filter(extension -> extension.id().equals(name)
                        || extension.name().equalsIgnoreCase(name)
                        || extension.file().getFileName().toString().equals(name)
                        || extension.features().stream().anyMatch(feature -> isCalled(feature, name)))
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

    private static boolean isCalled(InstalledFeature feature, String name) {
        return feature.id().equals(name) || feature.name().equalsIgnoreCase(name);
    }

    @Override
    public Examined examine(Path jar) throws ExtensionException {
        return changes.examined(jar);
    }

    @Override
    public Extension install(Examined examined) throws ExtensionException {
        return changes.install(examined);
    }

    @Override
    public List<Extension> install(List<Examined> jars, List<InstalledFeature> features) throws ExtensionException {
        return changes.install(jars, features);
    }

    @Override
    public List<InstalledFeature> features() {
        return folders.switchesAtHand().map(Switches::features).orElse(List.of());
    }

    @Override
    public List<Extension> removal(String id) {
        return changes.removal(id);
    }

    @Override
    public void remove(String id) throws ExtensionException {
        changes.remove(id);
    }

    @Override
    public void enable(String id) throws ExtensionException {
        changes.turn(id, true);
    }

    @Override
    public void disable(String id) throws ExtensionException {
        changes.turn(id, false);
    }

    @Override
    public boolean failed(String id, Path file, Fault fault) throws ExtensionException {
        return changes.failed(id, file, fault);
    }

    @Override
    public void refused(Map<Path, String> reasons) {
        folders.refuse(reasons);
    }

    @Override
    public synchronized <S> List<Offered<S>> services(Class<S> type) {
        if (folders.isEmpty()) {
            return List.of();
        }
        if (maker == null) {
            maker = new ServiceMaker(folders.usable(), this, program);
        }
        return maker.make(type);
    }

    @Override
    public List<SetAside> damage() {
        return folders.switchesAtHand().map(Switches::damage).orElse(List.of());
    }

    @Override
    public Path folder() {
        return folders.user();
    }
}
