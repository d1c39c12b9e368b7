// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.load;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;
import org.portio.extension.Offered;
import org.portio.extension.internal.jar.ComponentXml;
import org.portio.extension.internal.jar.JarFacts;

/** Makes the components of extensions without OSGi: those that want nothing. One that cannot be made is the failure of its extension. */
public final class ServiceMaker {

    private final Map<JarFacts, List<JarFacts>> usable;
    private final Extensions all;
    private final ClassLoader parent;
    private final Map<Path, ExtensionClassLoader> loaders = new HashMap<>();

    /**
     * Prepares; nothing is loaded before it is needed.
     *
     * @param usable extensions, each with those from which it takes classes
     * @param all where failures are remembered
     * @param parent has the classes of PortIO that extensions use
     */
    public ServiceMaker(Map<JarFacts, List<JarFacts>> usable, Extensions all, ClassLoader parent) {
        this.usable = usable;
        this.all = all;
        this.parent = parent;
    }

    /** Makes all that are published with this interface; the highest ranking first. */
    public <S> List<Offered<S>> make(Class<S> type) {
        List<Offered<S>> made = new ArrayList<>();
        for (JarFacts jar : usable.keySet()) {
            for (ComponentXml component : jar.components()) {
                if (component.services().contains(type.getName())
                        && component.wants().isEmpty()) {
                    add(made, type, jar, component);
                }
            }
        }
        made.sort(Comparator.comparing((Offered<S> one) -> one.ranking()).reversed());
        return made;
    }

    private <S> void add(List<Offered<S>> made, Class<S> type, JarFacts jar, ComponentXml component) {
        try {
            Class<?> found = Class.forName(component.className(), true, loader(jar));
            Object service = found.getConstructor().newInstance();
            if (!component.activate().isEmpty()) {
                found.getDeclaredMethod(component.activate()).invoke(service);
            }
            made.add(new Offered<>(type.cast(service), component.ranking(), jar.id(), jar.file(), all));
        } catch (InvocationTargetException e) {
            remember(jar, component, e.getCause());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | MalformedURLException e) {
            remember(jar, component, e);
        }
    }

    private void remember(JarFacts jar, ComponentXml component, Throwable thrown) {
        Fault fault = Fault.of(thrown, Instant.now(), name -> name.equals(component.className()));
        try {
            all.failed(jar.id(), jar.file(), fault);
        } catch (ExtensionException _) {
            // The command goes on without it; the next one will say the same.
        }
    }

    private ExtensionClassLoader loader(JarFacts jar) throws MalformedURLException {
        ExtensionClassLoader known = loaders.get(jar.file());
        if (known != null) {
            return known;
        }
        ExtensionClassLoader made = new ExtensionClassLoader(jar.file(), parent);
        loaders.put(jar.file(), made);
        for (JarFacts source : usable.getOrDefault(jar, List.of())) {
            made.addSource(loader(source));
        }
        return made;
    }
}
