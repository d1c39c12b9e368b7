// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.Objects;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.ui.list.WatchedList;

/** The extensions as last reported. */
@Component(service = ExtensionList.class)
public final class ExtensionList extends WatchedList<Extensions, Extension> {

    /** Returns that of the workbench; one without extensions if services do not work. */
    public static ExtensionList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(ExtensionList.class), ExtensionList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setExtensions(Extensions found) {
        use(found);
    }

    void unsetExtensions(Extensions gone) {
        drop(gone);
    }

    @Deactivate
    void end() {
        stopWatching();
    }

    Extensions extensions() throws ExtensionException {
        Extensions current = service();
        if (current == null) {
            throw new ExtensionException(Failure.of(Kind.FAILED, Messages.ExtensionList_none));
        }
        return current;
    }

    @Override
    protected List<Extension> ask() throws ExtensionException {
        return extensions().list();
    }
}
