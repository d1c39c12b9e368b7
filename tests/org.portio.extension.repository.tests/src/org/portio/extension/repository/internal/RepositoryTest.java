// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Plan;
import org.portio.extension.repository.Repository;

/** Opens repositories that a test makes, with the user's folder in a temporary place, in a framework with p2. */
abstract class RepositoryTest {

    static final String PART = "org.portio.core";

    private static IProvisioningAgentProvider agents;
    static Product product;

    @TempDir
    Path home;

    Path folder;
    Extensions extensions;

    @BeforeAll
    static void startServices() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(P2Repositories.class).getBundleContext();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.eclipse.equinox.p2.")) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        }
        agents = context.getService(context.getServiceReference(IProvisioningAgentProvider.class));
        product = Product.running(context);
    }

    @BeforeEach
    void begin() {
        folder = home.resolve("repository");
        Places places = Places.of(Map.of("PORTIO_HOME", home.resolve("home").toString()), "Linux", home);
        extensions = Extensions.of(() -> places, null, User.ofSystem(), Extensions.class.getClassLoader());
    }

    Repository open(URI location) throws ExtensionException {
        return open(location, product);
    }

    Repository open(URI location, Product ground) throws ExtensionException {
        return new P2Repositories(agents, extensions, () -> ground).open(location, new NullProgressMonitor());
    }

    static List<Feature> features(Repository repository) {
        return repository.categories().stream()
                .flatMap(category -> category.features().stream())
                .toList();
    }

    static Plan plan(Repository repository, String... ids) throws ExtensionException {
        List<Feature> wanted = features(repository).stream()
                .filter(feature -> List.of(ids).contains(feature.id()))
                .toList();
        return repository.plan(wanted, new NullProgressMonitor());
    }

    void install(URI location, String... ids) throws ExtensionException {
        try (Repository repository = open(location)) {
            Plan plan = plan(repository, ids);
            assertEquals(List.of(), plan.obstacles());
            repository.install(repository.download(plan, new NullProgressMonitor()));
        }
    }

    List<String> installed() {
        return extensions.list().stream()
                .map(extension -> extension.id() + " " + extension.version())
                .toList();
    }

    /** Makes two features with a bundle in common, which the second one requires. */
    TestRepository twoFeatures() throws IOException {
        return new TestRepository(folder)
                .bundle("org.example.base", "1.0.0")
                .bundle(
                        "org.example.one",
                        "1.0.0",
                        "osgi.bundle org.example.base [1.0,2.0)",
                        "osgi.bundle " + PART + " 0.0.0")
                .bundle("org.example.two", "1.0.0", "osgi.bundle org.example.base [1.0,2.0)")
                .feature("org.example.first", "1.0.0", "org.example.one 1.0.0")
                .feature("org.example.second", "1.0.0", "org.example.two 1.0.0");
    }
}
