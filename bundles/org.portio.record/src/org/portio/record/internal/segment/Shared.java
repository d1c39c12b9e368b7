// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;

/** Parts of a closed segment that all its readers share: the columns that every question looks at, and the dictionary. */
final class Shared {

    private final Kept<char[]> localPorts;
    private final Kept<char[]> remotePorts;
    private final Kept<int[]> shapes;
    private final Kept<Dictionary> dictionary;

    Shared(Footer footer) {
        localPorts = new Kept<>(channel -> ports(footer, footer.localPorts(), channel));
        remotePorts = new Kept<>(channel -> ports(footer, footer.remotePorts(), channel));
        shapes = new Kept<>(channel -> shapes(footer, channel));
        dictionary = new Kept<>(channel -> dictionary(footer, channel));
    }

    private static char[] ports(Footer footer, Section section, FileChannel channel) throws IOException {
        char[] ports = new char[footer.accounts()];
        column(section, channel, ports.length, 2).asCharBuffer().get(ports);
        return ports;
    }

    private static int[] shapes(Footer footer, FileChannel channel) throws IOException {
        int[] shapes = new int[footer.accounts()];
        if (footer.shapeWidth() == 4) {
            column(footer.shapes(), channel, shapes.length, 4).asIntBuffer().get(shapes);
            return shapes;
        }
        CharBuffer narrow = column(footer.shapes(), channel, shapes.length, 2).asCharBuffer();
        for (int row = 0; row < shapes.length; row++) {
            shapes[row] = narrow.get(row);
        }
        return shapes;
    }

    private static ByteBuffer column(Section section, FileChannel channel, int rows, int width) throws IOException {
        byte[] bytes = section.read(channel);
        if (bytes.length != (long) rows * width) {
            throw new DamagedException("a column is too short");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Dictionary dictionary(Footer footer, FileChannel channel) throws IOException {
        Dictionary dictionary = new Dictionary();
        dictionary.readAll(new Unpacker(footer.dictionary().read(channel)));
        return dictionary;
    }

    /** Returns the local ports of all rows. */
    char[] localPorts(FileChannel channel) throws IOException {
        return localPorts.get(channel);
    }

    char[] remotePorts(FileChannel channel) throws IOException {
        return remotePorts.get(channel);
    }

    /** Returns the numbers of the shapes of all rows. */
    int[] shapes(FileChannel channel) throws IOException {
        return shapes.get(channel);
    }

    Dictionary dictionary(FileChannel channel) throws IOException {
        return dictionary.get(channel);
    }
}
