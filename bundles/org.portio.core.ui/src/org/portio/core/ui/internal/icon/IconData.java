// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.icon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** The pixels of an icon, without a display. */
final class IconData {

    private static final long MOST_BYTES = 1_000_000;
    private static final int MOST_PIXELS = 1024;
    private static final int OPAQUE = 255;
    private static final PaletteData DIRECT = new PaletteData(0xff0000, 0xff00, 0xff);

    private IconData() {}

    /** Reads a file; empty if it is no image, or a larger one than an icon is. */
    static Optional<ImageData> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            ImageData data = new ImageData(file.toString());
            return Optional.of(data).filter(read -> Math.max(read.width, read.height) <= MOST_PIXELS);
        } catch (IOException | SWTException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Returns it with sides of this many pixels, each the mean of those that it stands for. */
    static ImageData sized(ImageData source, int size) {
        ImageData result = new ImageData(size, size, 24, DIRECT);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                mean(source, result, x, y);
            }
        }
        return result;
    }

    private static void mean(ImageData source, ImageData result, int x, int y) {
        int left = x * source.width / result.width;
        int top = y * source.height / result.height;
        int right = Math.max(left + 1, (x + 1) * source.width / result.width);
        int bottom = Math.max(top + 1, (y + 1) * source.height / result.height);
        long red = 0;
        long green = 0;
        long blue = 0;
        long alpha = 0;
        for (int fromY = top; fromY < bottom; fromY++) {
            for (int fromX = left; fromX < right; fromX++) {
                RGB colour = source.palette.getRGB(source.getPixel(fromX, fromY));
                int opacity = alpha(source, fromX, fromY);
                red += (long) colour.red * opacity;
                green += (long) colour.green * opacity;
                blue += (long) colour.blue * opacity;
                alpha += opacity;
            }
        }
        if (alpha > 0) {
            RGB colour = new RGB((int) (red / alpha), (int) (green / alpha), (int) (blue / alpha));
            result.setPixel(x, y, DIRECT.getPixel(colour));
        }
        result.setAlpha(x, y, (int) (alpha / ((long) (right - left) * (bottom - top))));
    }

    private static int alpha(ImageData source, int x, int y) {
        if (source.alphaData != null) {
            return source.getAlpha(x, y);
        }
        return source.transparentPixel >= 0 && source.getPixel(x, y) == source.transparentPixel ? 0 : OPAQUE;
    }
}
