// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

import java.net.URI;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.extension.ExtensionException;

/** Opens repositories from which features can be installed. */
@ProviderType
public interface Repositories {

    /**
     * Reads a repository.
     *
     * @param location a folder, an archive or a web address: see {@link RepositoryAddress}
     * @return to be closed
     * @throws ExtensionException of kind NOT_FOUND if there is no repository, FAILED if it cannot be read
     * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled it
     */
    Repository open(URI location, IProgressMonitor progress) throws ExtensionException;
}
