// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.portio.core.diagnosis.Finding.Weight;

/** Small images, the platform's own if it has one. */
final class WeightIcons {

    private static final String FREE = "org.portio.core.ui.free";
    private static final String BUNDLE = "org.portio.core.ui";

    private WeightIcons() {}

    static Image of(Weight weight) {
        return switch (weight) {
            case BLOCKS -> shared(ISharedImages.IMG_OBJS_ERROR_TSK);
            case WARNS -> shared(ISharedImages.IMG_OBJS_WARN_TSK);
            case TELLS -> shared(ISharedImages.IMG_OBJS_INFO_TSK);
        };
    }

    static Image of(Headline.Verdict verdict) {
        return switch (verdict) {
            case TAKEN -> shared(ISharedImages.IMG_OBJS_ERROR_TSK);
            case PARTLY -> shared(ISharedImages.IMG_OBJS_WARN_TSK);
            case FREE -> free();
        };
    }

    private static Image shared(String name) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(name);
    }

    private static Image free() {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        if (registry.get(FREE) == null) {
            ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/free.svg")
                    .ifPresent(descriptor -> registry.put(FREE, descriptor));
        }
        return registry.get(FREE);
    }
}
