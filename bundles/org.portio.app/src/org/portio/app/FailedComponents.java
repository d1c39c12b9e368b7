// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Watches for components that OSGi could not start: whoever asks for their services never hears of them. */
final class FailedComponents {

    /**
     * One of them.
     *
     * @param type name of its class
     * @param bundle symbolic name
     * @param failure what it threw, with the stack
     */
    record Failed(String type, String bundle, String failure) {}

    private final BundleContext context =
            FrameworkUtil.getBundle(FailedComponents.class).getBundleContext();
    private final Consumer<Failed> watcher;

    private FailedComponents(Consumer<Failed> watcher) {
        this.watcher = watcher;
    }

    /** Tells the watcher of all, on any thread; of the same ones after each change of any component. */
    static void watch(Consumer<Failed> watcher) {
        FailedComponents components = new FailedComponents(watcher);
        ServiceReference<ServiceComponentRuntime> runtime =
                components.context.getServiceReference(ServiceComponentRuntime.class);
        if (runtime != null) {
            components.follow(runtime);
            CompletableFuture.runAsync(() -> components.look(runtime));
        }
    }

    private void follow(ServiceReference<ServiceComponentRuntime> runtime) {
        String filter = "(objectClass=" + ServiceComponentRuntime.class.getName() + ")";
        try {
            // The runtime changes a property of its own whenever a component has changed.
            context.addServiceListener(
                    event -> {
                        if (event.getType() == ServiceEvent.MODIFIED) {
                            look(runtime);
                        }
                    },
                    filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(ServiceReference<ServiceComponentRuntime> reference) {
        ServiceComponentRuntime runtime = context.getService(reference);
        if (runtime != null) {
            runtime.getComponentDescriptionDTOs().forEach(component -> look(runtime, component));
        }
    }

    private void look(ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
        runtime.getComponentConfigurationDTOs(component).stream()
                .filter(one -> one.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(one -> new Failed(component.implementationClass, component.bundle.symbolicName, one.failure))
                .forEach(watcher);
    }
}
