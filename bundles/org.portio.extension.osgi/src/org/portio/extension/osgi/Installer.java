// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.portio.extension.Extension;
import org.portio.extension.Extensions;
import org.portio.extension.Problem;
import org.portio.extension.osgi.equinox.ResolverReports;

/** Makes the framework have exactly the extensions that can be used. It keeps them, so that mostly there is nothing to do. */
final class Installer {

    /** Differs from any signature by itself. */
    private static final String AGAIN = "\nagain";

    private static final String MARK = "portio-extension:";
    private static final long REFRESH_SECONDS = 20;

    private final BundleContext context;
    private final Extensions extensions;
    private final Faults faults;
    /** The ids of those that had failed when they were looked at last. */
    private Set<String> failed = Set.of();

    Installer(BundleContext context, Extensions extensions, Faults faults) {
        this.context = context;
        this.extensions = extensions;
        this.faults = faults;
    }

    /** Returns the jar of an extension's bundle; null for any other bundle. */
    static Path file(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(MARK) ? Path.of(location.substring(MARK.length())) : null;
    }

    /** Returns the bundles of the extensions. */
    List<Bundle> bundles() {
        return List.of(context.getBundles()).stream()
                .filter(bundle -> file(bundle) != null)
                .toList();
    }

    /** Installs, updates and uninstalls, if anything has changed since this was done last. */
    synchronized void install() {
        String signature = extensions.signature();
        String before = last();
        if (signature.equals(before)) {
            return;
        }
        Map<Path, Bundle> present = new HashMap<>();
        bundles().forEach(bundle -> present.put(file(bundle), bundle));
        List<Bundle> changed = new ArrayList<>();
        List<Extension> all = extensions.list();
        beginAnew(all);
        for (Extension extension : all) {
            if (isWanted(extension)) {
                Bundle bundle = present.remove(extension.file());
                if (bundle == null || !line(signature, extension.file()).equals(line(before, extension.file()))) {
                    add(extension, bundle, changed);
                }
            } else if (extension.state() != Extension.State.DISABLED) {
                faults.tell(extension.id() + " " + extension.problem().text());
            }
        }
        boolean gone = true;
        for (Bundle bundle : present.values()) {
            gone &= remove(bundle, changed);
        }
        if (!changed.isEmpty()) {
            refresh(changed);
        }
        askForRefusals();
        // What could not be removed, while it was starting say, is tried again; the others need not be installed anew
        // for that.
        remember(gone ? signature : signature + AGAIN);
    }

    /** Returns whether it is to be there: what OSGi alone refuses may be let in as soon as others have gone. */
    private static boolean isWanted(Extension extension) {
        return extension.problem() == null || extension.problem().kind() == Problem.Kind.REFUSED;
    }

    /** Remembers what OSGi says against those that PortIO would use. */
    private void askForRefusals() {
        Map<Path, String> reasons = new HashMap<>();
        List<Bundle> unresolved = bundles().stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .toList();
        if (!unresolved.isEmpty()) {
            ResolverReports.resolve(context, unresolved).forEach((bundle, reason) -> {
                reasons.put(file(bundle), reason);
                faults.tell(bundle.getSymbolicName() + " " + reason);
            });
        }
        extensions.refused(reasons);
    }

    /** Lets the failures of those count again that the user has enabled again. */
    private void beginAnew(List<Extension> all) {
        Set<String> now = all.stream()
                .filter(extension -> !extension.faults().isEmpty())
                .map(Extension::id)
                .collect(Collectors.toSet());
        failed.stream().filter(id -> !now.contains(id)).forEach(faults::forget);
        failed = now;
    }

    /** Returns what a signature says of a jar. */
    private static String line(String signature, Path file) {
        return signature
                .lines()
                .filter(line -> line.startsWith(file + " "))
                .findFirst()
                .orElse("");
    }

    private void add(Extension extension, Bundle present, List<Bundle> changed) {
        Path file = extension.file();
        faults.forget(extension.id());
        try {
            String reference = "reference:" + file.toUri();
            if (present == null) {
                changed.add(context.installBundle(
                        MARK + file, URI.create(reference).toURL().openStream()));
            } else {
                present.update(URI.create(reference).toURL().openStream());
                changed.add(present);
            }
        } catch (BundleException | IOException e) {
            faults.record(extension.id(), file, e);
        }
    }

    private boolean remove(Bundle bundle, Collection<Bundle> changed) {
        try {
            bundle.uninstall();
            changed.add(bundle);
            return true;
        } catch (BundleException e) {
            faults.tell(bundle.getSymbolicName() + " could not be removed: " + e.getMessage());
            return false;
        }
    }

    /** Makes the framework use what is there now, and waits for that, but not for long. */
    private void refresh(List<Bundle> changed) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        CompletableFuture<FrameworkEvent> done = new CompletableFuture<>();
        wiring.refreshBundles(changed, done::complete);
        try {
            done.get(REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            faults.tell("the framework takes long to exchange extensions");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        wiring.resolveBundles(changed.stream()
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .toList());
    }

    private String last() {
        try {
            return Files.readString(remembered().toPath());
        } catch (IOException _) {
            return "";
        }
    }

    private void remember(String signature) {
        try {
            Files.writeString(remembered().toPath(), signature);
        } catch (IOException _) {
            // The next start looks at all of them again.
        }
    }

    private File remembered() {
        return context.getDataFile("signature");
    }
}
