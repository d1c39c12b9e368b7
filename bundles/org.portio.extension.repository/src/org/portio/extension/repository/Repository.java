// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

import java.util.Collection;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;

/**
 * A repository that has been read. Its methods may take long; they throw
 * {@link org.eclipse.core.runtime.OperationCanceledException} if the user cancels them.
 */
@ProviderType
public interface Repository extends AutoCloseable {

    /** Returns its name for the user; its address if it has none. */
    String name();

    /** Returns what it offers: the latest version of each feature; without PortIO's own. */
    List<Category> categories();

    /** Works out what it takes to install features. */
    Plan plan(Collection<Feature> features, IProgressMonitor progress) throws ExtensionException;

    /**
     * Downloads what a plan needs, checks it, and looks at it.
     *
     * @return to be installed, before the repository is closed
     * @throws ExtensionException if something cannot be had, is not what the repository promised, or can never be used
     */
    Download download(Plan plan, IProgressMonitor progress) throws ExtensionException;

    /** Puts what was downloaded into the user's folder; returns what is there now. */
    List<Extension> install(Download download) throws ExtensionException;

    @Override
    void close();
}
