// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.Platform;

/** Contributions of bundles to an extension point of the platform, read while extensions come and go. */
public final class Contributions {

    private Contributions() {}

    /** Reads all; nothing of those whose bundle goes meanwhile. */
    public static <T> Stream<T> read(String point, Function<IConfigurationElement, List<T>> reader) {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .flatMap(element -> readOne(element, reader).stream());
    }

    private static <T> List<T> readOne(IConfigurationElement element, Function<IConfigurationElement, List<T>> reader) {
        try {
            return reader.apply(element);
        } catch (InvalidRegistryObjectException _) {
            return List.of();
        }
    }
}
