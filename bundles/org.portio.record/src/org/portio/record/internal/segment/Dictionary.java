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
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.system.User;
import org.portio.record.Role;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Unpacker;

/** The entries that a {@link Pool} has written, read in the same order. */
final class Dictionary implements Names {

    private final List<String> texts = new ArrayList<>();
    private final List<ProcessInfo> processes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    /** Ends with port 0. */
    private final List<Endpoint> places = new ArrayList<>();

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
            case PLACE -> places.add(place(in));
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

    @Override
    public Shape shape(long number) throws DamagedException {
        return entry(shapes, number);
    }

    /** Returns an address, whose number is the same in either column. */
    @Override
    public Endpoint place(Column column, long number) throws DamagedException {
        return entry(places, number);
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

    private static Endpoint place(Unpacker in) throws DamagedException {
        byte[] address = in.block();
        if (address.length != 4 && address.length != 16) {
            throw new DamagedException("an address has " + address.length + " bytes");
        }
        return new Endpoint(Addresses.of(address), 0, new NetInterface((int) in.signed(), in.text()));
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
