// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portio.core.Connection;
import org.portio.core.KernelUse;
import org.portio.core.ProcessInfo;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.system.User;
import org.portio.record.Account;
import org.portio.record.internal.encoding.Packer;

/**
 * Texts, processes, addresses and shapes of a segment, each written once, before the first record that mentions it.
 */
final class Pool {

    /** An address as an end of a socket has it. */
    private record Place(InetAddress address, NetInterface netInterface) {}

    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<ProcessInfo, Integer> processes = new HashMap<>();
    private final Map<Place, Integer> places = new HashMap<>();
    private final Map<Shape, Integer> shapes = new HashMap<>();
    private final Packer entries;
    private final Consumer<Endpoint> newPlaces;

    /**
     * Creates an empty one.
     *
     * @param entries takes a record for each new entry but addresses
     * @param newPlaces takes each new address
     */
    Pool(Packer entries, Consumer<Endpoint> newPlaces) {
        this.entries = entries;
        this.newPlaces = newPlaces;
    }

    int shape(Account account) {
        Shape shape = Shape.of(account);
        Integer known = shapes.get(shape);
        if (known != null) {
            return known;
        }
        Packer record = shape(shape);
        entries.octet(Kind.SHAPE.ordinal()).raw(record.buffer(), record.size());
        shapes.put(shape, shapes.size());
        return shapes.size() - 1;
    }

    private Packer shape(Shape shape) {
        Connection traits = shape.traits();
        Packer record = new Packer();
        record.number(traits.protocol().ordinal()).number(traits.family().ordinal());
        record.octet(shape.hasPeer() ? 1 : 0);
        record.number(traits.state() == null ? 0 : traits.state().ordinal() + 1L);
        record.number(traits.ownership().ordinal());
        record.number(traits.owners().size());
        traits.owners().forEach(owner -> record.number(process(owner)));
        user(traits.user(), record);
        record.number(text(traits.group().path())).number(text(traits.namespace()));
        KernelUse use = traits.kernelUse();
        record.number(text(use.feature())).number(text(use.device())).octet(use.probable() ? 1 : 0);
        record.number(shape.role().ordinal()).number(shape.states().size());
        shape.states().stream().sorted().forEach(state -> record.number(state.ordinal()));
        record.number(shape.directories().size());
        new TreeMap<>(shape.directories())
                .forEach((pid, directory) -> record.signed(pid).number(text(directory)));
        return record;
    }

    private int process(ProcessInfo process) {
        Integer known = processes.get(process);
        if (known != null) {
            return known;
        }
        Packer record = new Packer();
        record.signed(process.pid()).instant(process.startTime()).signed(process.parentPid());
        for (String text : List.of(process.name(), process.commandLine(), process.executable())) {
            record.number(text(text));
        }
        user(process.user(), record);
        entries.octet(Kind.PROCESS.ordinal()).raw(record.buffer(), record.size());
        processes.put(process, processes.size());
        return processes.size() - 1;
    }

    private void user(User user, Packer record) {
        record.octet(user == null ? 0 : 1);
        if (user != null) {
            record.number(text(user.id())).number(text(user.name()));
        }
    }

    int text(String text) {
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        entries.octet(Kind.TEXT.ordinal()).text(text);
        texts.put(text, texts.size());
        return texts.size() - 1;
    }

    int place(Endpoint end) {
        Place place = new Place(end.address(), end.netInterface());
        Integer known = places.get(place);
        if (known != null) {
            return known;
        }
        newPlaces.accept(end);
        places.put(place, places.size());
        return places.size() - 1;
    }
}
