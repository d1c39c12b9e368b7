// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.net.URI;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.repository.Category;
import org.portio.extension.repository.Download;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Plan;
import org.portio.extension.repository.Repositories;
import org.portio.extension.repository.Repository;
import org.portio.extension.repository.RepositoryAddress;
import org.portio.extension.ui.internal.Messages;

/** The repository that is open in a wizard, and what has been done with it so far. Its methods may take long. */
final class Session {

    private Repository repository;
    private Plan plan;
    private Download download;

    /** Opens another repository; the one before is closed. */
    synchronized List<Category> open(String address, IProgressMonitor progress) throws ExtensionException {
        URI location = RepositoryAddress.parse(address);
        close();
        repository = repositories().open(location, progress);
        return repository.categories();
    }

    /** Asks for the service here, and not on the thread of the window: p2 is loaded for it. */
    private static Repositories repositories() throws ExtensionException {
        BundleContext context = FrameworkUtil.getBundle(Session.class).getBundleContext();
        ServiceReference<Repositories> reference = context.getServiceReference(Repositories.class);
        Repositories service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new ExtensionException(Failure.of(Kind.ABSENT, Messages.Session_none));
        }
        return service;
    }

    /** Plans and, if nothing stands against it, downloads. */
    synchronized Plan prepare(List<Feature> features, IProgressMonitor progress) throws ExtensionException {
        download = null;
        plan = repository.plan(features, progress);
        if (plan.obstacles().isEmpty()) {
            download = repository.download(plan, progress);
        }
        return plan;
    }

    synchronized List<Extension> install() throws ExtensionException {
        return repository.install(download);
    }

    synchronized Plan plan() {
        return plan;
    }

    /** Returns what would be installed; null if nothing was prepared. */
    synchronized Download download() {
        return download;
    }

    synchronized void close() {
        if (repository != null) {
            repository.close();
            repository = null;
            plan = null;
            download = null;
        }
    }
}
