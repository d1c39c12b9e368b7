// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.repository.Repositories;
import org.portio.extension.repository.Repository;

/** Reads repositories with p2. None of its classes is loaded before this is asked for. */
@Component
public final class P2Repositories implements Repositories {

    private final IProvisioningAgentProvider agents;
    private final Extensions extensions;
    private final Supplier<Product> product;

    @Activate
    public P2Repositories(
            BundleContext context, @Reference IProvisioningAgentProvider agents, @Reference Extensions extensions) {
        this(agents, extensions, () -> Product.running(context));
    }

    P2Repositories(IProvisioningAgentProvider agents, Extensions extensions, Supplier<Product> product) {
        this.agents = agents;
        this.extensions = extensions;
        this.product = product;
    }

    @Override
    public Repository open(URI location, IProgressMonitor progress) throws ExtensionException {
        Agent agent = null;
        boolean done = false;
        try {
            agent = Agent.start(agents);
            var metadata = agent.service(IMetadataRepositoryManager.class).loadRepository(location, progress);
            Repository repository = new P2Repository(agent, metadata, product.get(), extensions);
            done = true;
            return repository;
        } catch (ProvisionException e) {
            throw failure(location, e);
        } catch (IOException e) {
            throw new ExtensionException(
                    Failure.of(Kind.FAILED, "no temporary folder could be made: " + FileFailure.text(e)), e);
        } finally {
            if (agent != null && !done) {
                agent.close();
            }
        }
    }

    private static ExtensionException failure(URI location, ProvisionException e) {
        int code = e.getStatus().getCode();
        boolean absent = code == ProvisionException.REPOSITORY_NOT_FOUND
                || code == ProvisionException.REPOSITORY_INVALID_LOCATION;
        return new ExtensionException(
                absent
                        ? Failure.of(
                                Kind.NOT_FOUND,
                                "no repository was found at " + location,
                                "enter the folder or address that has content.xml, content.jar or compositeContent.xml")
                        : Failure.of(
                                Kind.FAILED,
                                "the repository at " + location + " cannot be read: " + StatusText.of(e.getStatus())),
                e);
    }
}
