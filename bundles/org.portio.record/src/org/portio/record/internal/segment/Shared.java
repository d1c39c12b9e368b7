// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** What all readers of a closed segment share: the columns of all its rows that every question looks at, and the dictionary. */
final class Shared {

    private final Kept<byte[]> localPorts;
    private final Kept<byte[]> remotePorts;
    private final Kept<byte[]> shapes;
    private final Kept<Dictionary> dictionary;

    Shared(Footer footer) {
        localPorts = column(footer, footer.localPorts(), 2);
        remotePorts = column(footer, footer.remotePorts(), 2);
        shapes = column(footer, footer.shapes(), footer.shapeWidth());
        dictionary = new Kept<>(channel -> dictionary(footer, channel));
    }

    private static Kept<byte[]> column(Footer footer, Section section, int width) {
        return new Kept<>(channel -> {
            byte[] bytes = section.read(channel);
            if (bytes.length != (long) footer.accounts() * width) {
                throw new DamagedException("a column is too short");
            }
            return bytes;
        });
    }

    private static Dictionary dictionary(Footer footer, FileChannel channel) throws IOException {
        Dictionary dictionary = new Dictionary();
        dictionary.readAll(new Unpacker(footer.dictionary().read(channel)));
        return dictionary;
    }

    /** Returns the local ports of all rows, each in two bytes. */
    byte[] localPorts(FileChannel channel) throws IOException {
        return localPorts.get(channel);
    }

    byte[] remotePorts(FileChannel channel) throws IOException {
        return remotePorts.get(channel);
    }

    /** Returns the numbers of the shapes of all rows. */
    byte[] shapes(FileChannel channel) throws IOException {
        return shapes.get(channel);
    }

    Dictionary dictionary(FileChannel channel) throws IOException {
        return dictionary.get(channel);
    }
}
