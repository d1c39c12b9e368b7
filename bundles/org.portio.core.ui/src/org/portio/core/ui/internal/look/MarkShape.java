// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** The shape of a mark, in a square from -1 to 1 with y growing downwards: what a colour says is seen without it, too. */
enum MarkShape {
    DISC {
        @Override
        boolean contains(double x, double y) {
            return x * x + y * y <= RADIUS * RADIUS;
        }
    },
    RING {
        @Override
        boolean contains(double x, double y) {
            double square = x * x + y * y;
            return square <= RADIUS * RADIUS && square >= INNER * INNER;
        }
    },
    /** Points to the right: something begins. */
    FORWARD {
        @Override
        boolean contains(double x, double y) {
            return x >= -INNER && Math.abs(y) <= (RADIUS - x) * HALF;
        }
    },
    /** Points down: something ends. */
    DOWN {
        @Override
        boolean contains(double x, double y) {
            return FORWARD.contains(y, x);
        }
    },
    DIAMOND {
        @Override
        boolean contains(double x, double y) {
            return Math.abs(x) + Math.abs(y) <= RADIUS + LINE / 2;
        }
    },
    /** A square that is empty. */
    FRAME {
        @Override
        boolean contains(double x, double y) {
            double far = Math.max(Math.abs(x), Math.abs(y));
            return far <= SIDE && far >= SIDE - LINE;
        }
    },
    BAR {
        @Override
        boolean contains(double x, double y) {
            return Math.abs(x) <= SIDE && Math.abs(y) <= LINE * HALF;
        }
    },
    CROSS {
        @Override
        boolean contains(double x, double y) {
            boolean within = Math.max(Math.abs(x), Math.abs(y)) <= SIDE;
            return within && Math.min(Math.abs(x - y), Math.abs(x + y)) <= LINE * HALF * Math.sqrt(2);
        }
    };

    private static final double RADIUS = 0.68;
    private static final double INNER = 0.4;
    private static final double SIDE = 0.58;
    private static final double LINE = 0.28;
    private static final double HALF = 0.5;

    /** Samples in each direction within a pixel, so that edges are smooth on any background. */
    private static final int SAMPLES = 4;

    private static final int OPAQUE = 255;
    private static final PaletteData DIRECT = new PaletteData(0xff0000, 0xff00, 0xff);

    abstract boolean contains(double x, double y);

    /** Returns it in one colour on nothing, with sides of this many pixels. */
    ImageData draw(int size, RGB colour) {
        ImageData data = new ImageData(size, size, 24, DIRECT);
        int pixel = DIRECT.getPixel(colour);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                data.setPixel(x, y, pixel);
                data.setAlpha(x, y, coverage(x, y, size) * OPAQUE / (SAMPLES * SAMPLES));
            }
        }
        return data;
    }

    private int coverage(int x, int y, int size) {
        int covered = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
            double inX = x + (sample % SAMPLES + HALF) / SAMPLES;
            double inY = y + (sample / SAMPLES + HALF) / SAMPLES;
            if (contains(2 * inX / size - 1, 2 * inY / size - 1)) {
                covered++;
            }
        }
        return covered;
    }
}
