// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.KernelUse;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;
import org.portio.record.Role;

/** The entries that a {@link Pool} has written, read in the same order. */
final class Dictionary {

    private final List<String> texts;
    private final List<ProcessInfo> processes;
    private final List<Shape> shapes;
    /** Returns an address by its number, with port 0. */
    @FunctionalInterface
    private interface Numbered {
        Endpoint get(long number) throws DamagedException;
    }

    /** Addresses that were read one by one. */
    private final List<Endpoint> places = new ArrayList<>();

    private final Numbered placeOf;

    Dictionary() {
        texts = new ArrayList<>();
        processes = new ArrayList<>();
        shapes = new ArrayList<>();
        placeOf = number -> entry(places, number);
    }

    private Dictionary(Dictionary other, Places places) {
        texts = other.texts;
        processes = other.processes;
        shapes = other.shapes;
        placeOf = places::get;
    }

    /** Returns one with the same entries, and these addresses. */
    Dictionary with(Places known) {
        return new Dictionary(this, known);
    }

    /** Reads all entries, of which there must be nothing else. */
    void readAll(Unpacker in) throws DamagedException {
        while (in.hasMore()) {
            if (!read(in.constant(Kind.values()), in)) {
                throw new DamagedException("it has entries of a kind that does not belong there");
            }
        }
    }

    /** Reads the entry if it is one; returns whether it is. */
    boolean read(Kind kind, Unpacker in) throws DamagedException {
        switch (kind) {
            case TEXT -> texts.add(in.text());
            case PROCESS -> processes.add(process(in));
            case PLACE -> places.add(Places.place(in));
            case SHAPE -> shapes.add(shape(in));
            default -> {
                return false;
            }
        }
        return true;
    }

    List<Shape> shapes() {
        return shapes;
    }

    Shape shape(long number) throws DamagedException {
        return entry(shapes, number);
    }

    /** Returns an end of a socket. */
    Endpoint end(long place, int port) throws DamagedException {
        Endpoint known = placeOf.get(place);
        return new Endpoint(known.address(), port, known.netInterface());
    }

    String text(Unpacker in) throws DamagedException {
        return entry(texts, in.number());
    }

    private static <T> T entry(List<T> all, long number) throws DamagedException {
        if (number < 0 || number >= all.size()) {
            throw new DamagedException("an entry is missing");
        }
        return all.get((int) number);
    }

    private ProcessInfo process(Unpacker in) throws DamagedException {
        long pid = in.signed();
        Instant start = in.instant();
        long parent = in.signed();
        return new ProcessInfo(pid, start, text(in), text(in), text(in), user(in), parent);
    }

    private User user(Unpacker in) throws DamagedException {
        return in.octet() == 0 ? null : new User(text(in), text(in));
    }

    private Shape shape(Unpacker in) throws DamagedException {
        Protocol protocol = in.constant(Protocol.values());
        AddressFamily family = in.constant(AddressFamily.values());
        Endpoint nobody = Shape.nobody(family);
        Connection.Builder traits = Connection.of(protocol, family, nobody)
                .remote(in.octet() == 0 ? null : nobody)
                .state(state(in));
        Ownership ownership = in.constant(Ownership.values());
        int owners = in.count();
        List<ProcessInfo> all = new ArrayList<>(owners);
        for (int i = 0; i < owners; i++) {
            all.add(entry(processes, in.number()));
        }
        traits.owners(all, ownership)
                .user(user(in))
                .group(ControlGroup.of(text(in)))
                .namespace(text(in))
                .kernelUse(new KernelUse(text(in), text(in), in.octet() != 0));
        return new Shape(traits.build(), in.constant(Role.values()), states(in), directories(in));
    }

    private static TcpState state(Unpacker in) throws DamagedException {
        int number = in.index(TcpState.values().length + 1);
        return number == 0 ? null : TcpState.values()[number - 1];
    }

    private static Set<TcpState> states(Unpacker in) throws DamagedException {
        int count = in.count();
        Set<TcpState> states = EnumSet.noneOf(TcpState.class);
        for (int i = 0; i < count; i++) {
            states.add(in.constant(TcpState.values()));
        }
        return Set.copyOf(states);
    }

    private Map<Long, String> directories(Unpacker in) throws DamagedException {
        int count = in.count();
        Map<Long, String> directories = new HashMap<>();
        for (int i = 0; i < count; i++) {
            directories.put(in.signed(), text(in));
        }
        return Map.copyOf(directories);
    }
}
