// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.system.User;
import org.portio.json.JsonException;
import org.portio.json.JsonFields;

/** Reads what {@link JsonExporter} has written, as far as it tells a socket from others. */
public final class SavedSnapshot {

    private static final int MOST_PORT = 65535;
    private static final int IPV6_BYTES = 16;

    private SavedSnapshot() {}

    /**
     * Reads a file.
     *
     * @throws NotASnapshotException if it is another document, or damaged
     * @throws IOException if it cannot be read
     */
    public static Snapshot read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (JsonException e) {
            throw new NotASnapshotException(e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new NotASnapshotException("this is not text in UTF-8", e);
        }
    }

    static Snapshot parse(String text) {
        JsonFields json = JsonFields.parse(text);
        if (json.number("schema") != ConnectionJson.SCHEMA) {
            throw json.wrong("schema", ConnectionJson.SCHEMA + ", the one that this version of PortIO reads");
        }
        List<Connection> connections = json.objects("connections", SavedSnapshot::connection);
        int total = json.number("total", 0, Integer.MAX_VALUE);
        return new Snapshot(json.time("time"), json.text("source"), connections, List.of(), Set.of(), total);
    }

    private static Connection connection(JsonFields json) {
        List<ProcessInfo> owners = owners(json);
        Ownership ownership = oneOf(json, "ownership", Ownership.values(), Ownership::label);
        if (owners.isEmpty() == (ownership == Ownership.KNOWN)) {
            throw json.wrong("ownership", "what the property 'pids' says");
        }
        AddressFamily family = oneOf(json, "family", AddressFamily.values(), AddressFamily::label);
        Endpoint local = end(json, "local", family);
        NetInterface bound = new NetInterface(0, textOrEmpty(json, "interface"));
        return Connection.of(
                        oneOf(json, "protocol", Protocol.values(), Protocol::label),
                        family,
                        new Endpoint(local.address(), local.port(), bound))
                .remote(json.isNull("remoteAddress") ? null : end(json, "remote", family))
                .state(json.isNull("state") ? null : oneOf(json, "state", TcpState.values(), TcpState::label))
                .owners(owners, ownership)
                .user(json.isNull("uid") ? null : new User(json.text("uid"), textOrEmpty(json, "user")))
                .inode(numberOrZero(json, "inode"))
                .namespace(textOrEmpty(json, "namespace"))
                .build();
    }

    private static Endpoint end(JsonFields json, String side, AddressFamily family) {
        try {
            Endpoint end = Endpoint.of(json.text(side + "Address"), json.number(side + "Port", 0, MOST_PORT));
            return family == AddressFamily.IPV6
                    ? new Endpoint(mapped(end.address()), end.port(), end.netInterface())
                    : end;
        } catch (JsonException e) {
            throw e;
        } catch (IllegalArgumentException _) {
            throw json.wrong(side + "Address", "an address");
        }
    }

    /** Returns the address as an IPv6 socket has it: IPv4 within {@code ::ffff:0:0/96}, which Java reads as IPv4. */
    private static InetAddress mapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV6_BYTES) {
            return address;
        }
        byte[] mapped = new byte[IPV6_BYTES];
        Arrays.fill(mapped, IPV6_BYTES - bytes.length - 2, IPV6_BYTES - bytes.length, (byte) -1);
        System.arraycopy(bytes, 0, mapped, IPV6_BYTES - bytes.length, bytes.length);
        return Addresses.of(mapped);
    }

    /** Returns all owners by their pid, and the first one with the rest. */
    private static List<ProcessInfo> owners(JsonFields json) {
        List<ProcessInfo> owners = new ArrayList<>();
        for (long pid : json.numbers("pids")) {
            owners.add(owners.isEmpty() ? first(pid, json) : new ProcessInfo(pid, null, "", "", "", null, 0));
        }
        return owners;
    }

    private static ProcessInfo first(long pid, JsonFields json) {
        return new ProcessInfo(
                pid,
                json.isNull("processStartTime") ? null : json.time("processStartTime"),
                textOrEmpty(json, "process"),
                textOrEmpty(json, "commandLine"),
                textOrEmpty(json, "executable"),
                null,
                numberOrZero(json, "parentPid"));
    }

    private static long numberOrZero(JsonFields json, String name) {
        return json.isNull(name) ? 0 : json.number(name);
    }

    private static String textOrEmpty(JsonFields json, String name) {
        return json.isNull(name) ? "" : json.text(name);
    }

    private static <E extends Enum<E>> E oneOf(JsonFields json, String name, E[] values, Function<E, String> label) {
        String text = json.text(name);
        for (E value : values) {
            if (label.apply(value).equals(text)) {
                return value;
            }
        }
        throw json.wrong(name, "one of those that this version of PortIO knows");
    }
}
