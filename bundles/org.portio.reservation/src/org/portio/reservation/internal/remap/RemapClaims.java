// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.remap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortProbe;
import org.portio.core.port.PortProbe.Result;
import org.portio.core.system.Places;
import org.portio.reservation.Remap;
import org.portio.reservation.RemapRequest;
import org.portio.reservation.ReservationException;

/** The ports that one run gives; nobody else of this user gives them as long as it runs. */
public final class RemapClaims implements AutoCloseable {

    /** Below the ports that the kernel gives to outgoing connections, so that none of these is in the way. */
    private static final int FIRST = 20_000;

    private static final int COUNT = 10_000;

    private final RemapFiles files;
    private final PortProbe probe = PortProbe.ofSystem();
    private final Map<Remap, FileChannel> claims = new LinkedHashMap<>();

    private RemapClaims(RemapFiles files) {
        this.files = files;
    }

    /**
     * Claims a port for each request, with different ones for all.
     *
     * @throws ReservationException if a port cannot be given
     */
    public static RemapClaims take(Places places, List<RemapRequest> requests, String program)
            throws ReservationException, IOException {
        RemapClaims claims = new RemapClaims(new RemapFiles(places));
        try {
            for (RemapRequest request : requests) {
                claims.take(request, program);
            }
        } catch (ReservationException | IOException | RuntimeException e) {
            claims.close();
            throw e;
        }
        return claims;
    }

    private void take(RemapRequest request, String program) throws ReservationException, IOException {
        if (request.given() == RemapRequest.ANY) {
            takeAny(request.asked(), program);
            return;
        }
        if (!isFree(request.given(), Protocol.TCP)) {
            throw refused(request.given(), "is in use");
        }
        if (!take(request.asked(), request.given(), program)) {
            throw refused(request.given(), "is given to another program that portio runs");
        }
    }

    private static ReservationException refused(int port, String why) {
        return new ReservationException(
                Failure.of(Kind.CONFLICT, "TCP " + port + " " + why, "choose another one, or auto"));
    }

    private void takeAny(int asked, String program) throws ReservationException, IOException {
        int start = ThreadLocalRandom.current().nextInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + (start + i) % COUNT;
            boolean free = port != asked && isFree(port, Protocol.TCP) && isFree(port, Protocol.UDP);
            if (free && take(asked, port, program)) {
                return;
            }
        }
        throw new ReservationException(Failure.of(
                Kind.CONFLICT, "no port from " + FIRST + " to " + (FIRST + COUNT - 1) + " is free", "choose one"));
    }

    private boolean isFree(int port, Protocol protocol) {
        for (AddressFamily family : AddressFamily.values()) {
            Result result = probe.probe(protocol, family, port);
            if (result != Result.FREE && result != Result.UNAVAILABLE) {
                return false;
            }
        }
        return true;
    }

    private boolean take(int asked, int given, String program) throws IOException {
        boolean own = claims.keySet().stream().anyMatch(claim -> claim.given() == given);
        Optional<FileChannel> file = own ? Optional.empty() : files.claim(given);
        if (file.isEmpty()) {
            return false;
        }
        Remap remap =
                new Remap(asked, given, 0, program, Path.of("").toAbsolutePath().toString(), Instant.now());
        claims.put(remap, file.get());
        write(remap, file.get());
        return true;
    }

    private static void write(Remap remap, FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(RemapJson.text(remap).getBytes(StandardCharsets.UTF_8));
        file.truncate(0);
        while (text.hasRemaining()) {
            file.write(text, text.position());
        }
    }

    /** Returns the given ports by those that are asked for. */
    public Map<Integer, Integer> ports() {
        Map<Integer, Integer> ports = new HashMap<>();
        claims.keySet().forEach(remap -> ports.put(remap.asked(), remap.given()));
        return ports;
    }

    /** Notes the process for those who look. */
    public void started(long pid) throws IOException {
        for (Map.Entry<Remap, FileChannel> claim : claims.entrySet()) {
            Remap remap = claim.getKey();
            write(
                    new Remap(remap.asked(), remap.given(), pid, remap.program(), remap.folder(), remap.since()),
                    claim.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<Remap, FileChannel> claim : claims.entrySet()) {
            files.release(claim.getKey().given(), claim.getValue());
        }
    }
}
