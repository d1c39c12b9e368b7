// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.extension.Examined;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.repository.Category;
import org.portio.extension.repository.Download;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Plan;
import org.portio.extension.repository.Repository;

/** A repository as p2 reads it. */
final class P2Repository implements Repository {

    private final Agent agent;
    private final IMetadataRepository metadata;
    private final Product product;
    private final Extensions extensions;
    private final Offers offers;
    private final Map<Plan, Planned> plans = new IdentityHashMap<>();
    private IArtifactRepository artifacts;

    P2Repository(Agent agent, IMetadataRepository metadata, Product product, Extensions extensions) {
        this.agent = agent;
        this.metadata = metadata;
        this.product = product;
        this.extensions = extensions;
        this.offers = Offers.of(metadata, product, extensions.features());
    }

    @Override
    public String name() {
        String name = metadata.getName();
        return name == null || name.isBlank() ? metadata.getLocation().toString() : name;
    }

    @Override
    public List<Category> categories() {
        return offers.categories();
    }

    @Override
    public Plan plan(Collection<Feature> features, IProgressMonitor progress) throws ExtensionException {
        try {
            Planned planned = new Planning(agent, metadata, product, extensions).plan(offers.units(features), progress);
            if (!planned.obstacles().isEmpty()) {
                return new Plan(List.copyOf(features), List.of(), planned.obstacles());
            }
            Plan plan = new Plan(List.copyOf(features), downloads(progress).parts(planned), List.of());
            plans.put(plan, planned);
            return plan;
        } catch (ProvisionException e) {
            throw failure(e);
        }
    }

    @Override
    public Download download(Plan plan, IProgressMonitor progress) throws ExtensionException {
        Planned planned = plans.get(plan);
        List<Examined> downloaded = downloads(progress).get(planned, progress);
        return new Download(downloaded, planned.features(metadata.getLocation().toString()));
    }

    @Override
    public List<Extension> install(Download download) throws ExtensionException {
        return extensions.install(download.jars(), download.features());
    }

    private Downloads downloads(IProgressMonitor progress) throws ExtensionException {
        try {
            if (artifacts == null) {
                artifacts = agent.service(IArtifactRepositoryManager.class)
                        .loadRepository(metadata.getLocation(), progress);
            }
            return new Downloads(agent, artifacts, extensions);
        } catch (ProvisionException e) {
            throw failure(e);
        }
    }

    private static ExtensionException failure(ProvisionException e) {
        return new ExtensionException(
                Failure.of(Kind.FAILED, "the repository cannot be read: " + StatusText.of(e.getStatus())), e);
    }

    @Override
    public void close() {
        agent.close();
    }
}
