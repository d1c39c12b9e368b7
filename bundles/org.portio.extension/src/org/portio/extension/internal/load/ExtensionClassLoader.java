// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.load;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classes of one extension: PortIO's come first, then its own, then those of the extensions that it needs. */
final class ExtensionClassLoader extends URLClassLoader {

    private final List<ExtensionClassLoader> sources = new ArrayList<>();

    ExtensionClassLoader(Path jar, ClassLoader parent) throws MalformedURLException {
        super(jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, parent);
    }

    void addSource(ExtensionClassLoader source) {
        sources.add(source);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            for (ExtensionClassLoader source : sources) {
                Class<?> found = source.own(name);
                if (found != null) {
                    return found;
                }
            }
            throw e;
        }
    }

    /** Returns a class of this jar alone: extensions may need each other in a circle. */
    private Class<?> own(String name) {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                return super.findClass(name);
            } catch (ClassNotFoundException _) {
                return null;
            }
        }
    }
}
