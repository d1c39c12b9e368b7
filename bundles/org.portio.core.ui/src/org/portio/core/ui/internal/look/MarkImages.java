// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.portio.core.Connection;

/** The marks of states as images in the colours of the theme, each made when it is first seen. On the UI thread. */
final class MarkImages {

    private static final int SIZE = 16;
    private static final int WHOLE_PERCENT = 100;

    private record Key(StateMark mark, RGB colour) {}

    private final Display display;
    private final Map<Key, Image> images = new HashMap<>();

    MarkImages(Display display) {
        this.display = display;
    }

    Image of(Connection connection) {
        StateMark mark = StateMark.of(connection);
        RGB colour = JFaceResources.getColorRegistry().getRGB(mark.colour());
        return colour == null ? null : images.computeIfAbsent(new Key(mark, colour), this::make);
    }

    private Image make(Key key) {
        return new Image(display, (ImageDataProvider)
                zoom -> key.mark().shape().draw(SIZE * zoom / WHOLE_PERCENT, key.colour()));
    }

    void dispose() {
        images.values().forEach(Image::dispose);
        images.clear();
    }
}
