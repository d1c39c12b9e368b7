// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.portio.core.PortioException.Kind;
import org.portio.feed.AllowedKey;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedSettings;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The sockets of the feed. All are used by one thread, so that a snapshot is of exactly one sequence number. */
public final class FeedSockets implements AutoCloseable {

    /** Messages that wait for one subscriber; with a full queue, it loses the next ones. */
    private static final int WAITING_EVENTS = 500;
    /** Snapshots that wait for one who asked; each is one message, or the library would drop what is beyond this. */
    private static final int WAITING_SNAPSHOTS = 2;

    private static final int IO_THREADS = 2;
    /** Hundreds may come back at once, and each needs some milliseconds of one thread. */
    private static final int HANDSHAKE_MILLIS = 15_000;
    /** Questions to a client whether it is there, until one that does not answer is cut. */
    private static final int PINGS = 3;

    /** Subscribers send topics and requests, which are short. */
    private static final int LONGEST_RECEIVED = 8192;

    private final ZContext context = new ZContext(IO_THREADS);
    private final Inbox inbox;
    private final Door door;
    private final Clients subscribers;
    private final Clients askers;
    private ZMQ.Socket questions;
    private ZMQ.Socket events;
    private ZMQ.Socket snapshots;

    private FeedSockets(FeedSettings settings, Door door) throws IOException {
        this.door = door;
        inbox = new Inbox();
        subscribers = new Clients(settings.clients(), HANDSHAKE_MILLIS);
        askers = new Clients(settings.clients(), HANDSHAKE_MILLIS);
    }

    /** Binds sockets that everybody can read. */
    public static FeedSockets plain(FeedSettings settings) throws FeedException {
        return open(settings, null, null);
    }

    /** Binds sockets with these keys, for those who are allowed. */
    public static FeedSockets encrypted(FeedSettings settings, Certificate keys, AllowList allowList)
            throws FeedException {
        return open(settings, keys, new Door(allowList::read));
    }

    /** The keys that are allowed. */
    @FunctionalInterface
    public interface AllowList {
        List<AllowedKey> read() throws FeedException;
    }

    private static FeedSockets open(FeedSettings settings, Certificate keys, Door door) throws FeedException {
        FeedSockets sockets = null;
        try {
            sockets = new FeedSockets(settings, door);
            sockets.bindAll(settings, keys);
            return sockets;
        } catch (FeedException e) {
            sockets.close();
            throw e;
        } catch (IOException e) {
            throw new FeedException(Kind.FAILED, "the feed cannot be opened: " + e.getMessage(), "");
        }
    }

    private void bindAll(FeedSettings settings, Certificate keys) throws FeedException {
        if (door != null) {
            // Before the others: from their first moment, somebody may connect.
            questions = context.createSocket(SocketType.ROUTER);
            questions.bind(Door.ADDRESS);
            door.hasRevoked();
        }
        int patience = (int) settings.patience().toMillis();
        events = socket(SocketType.PUB, Door.EVENTS, keys, WAITING_EVENTS, subscribers);
        events.setXpubNoDrop(true);
        watchOver(events, patience);
        bind(events, settings.events());
        snapshots = socket(SocketType.ROUTER, Door.SNAPSHOTS, keys, WAITING_SNAPSHOTS, askers);
        watchOver(snapshots, patience);
        bind(snapshots, settings.snapshots());
    }

    private ZMQ.Socket socket(SocketType type, String domain, Certificate keys, int waiting, Clients clients) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        socket.setSndHWM(waiting);
        socket.setMaxMsgSize(LONGEST_RECEIVED);
        if (keys != null) {
            socket.setZapDomain(domain);
            socket.setCurveServer(true);
            socket.setCurvePublicKey(Curve.bytes(keys.publicKey()));
            socket.setCurveSecretKey(Curve.bytes(keys.secretKey()));
        }
        clients.watch(socket);
        return socket;
    }

    /** Cuts clients that do not answer: what they do not read stays in the kernel. */
    private static void watchOver(ZMQ.Socket socket, int patienceMillis) {
        socket.setHandshakeIvl(HANDSHAKE_MILLIS);
        socket.setHeartbeatIvl(patienceMillis / PINGS);
        socket.setHeartbeatTimeout(patienceMillis);
    }

    private static void bind(ZMQ.Socket socket, FeedAddress address) throws FeedException {
        int error;
        // The library reads addresses of IPv6 only then.
        socket.setIPv6(address.host() instanceof Inet6Address);
        try {
            error = socket.bind(address.toString()) ? 0 : socket.errno();
        } catch (ZMQException e) {
            error = e.getErrorCode();
        }
        if (error != 0) {
            throw failure(address, ZMQ.Error.findByCode(error));
        }
    }

    /** The library calls every failure to bind an address in use. */
    private static FeedException failure(FeedAddress address, ZMQ.Error error) {
        if (error != ZMQ.Error.EADDRINUSE) {
            return new FeedException(
                    Kind.FAILED, address + " cannot be bound: " + error.getMessage(), "choose another one");
        }
        return isOfThisMachine(address.host())
                ? new FeedException(
                        Kind.CONFLICT,
                        address + " is in use or not allowed to this user",
                        "see why: portio why " + address.port())
                : new FeedException(
                        Kind.INVALID, address + " is not an address of this machine", "choose one that it has");
    }

    private static boolean isOfThisMachine(InetAddress host) {
        try {
            return host.isAnyLocalAddress()
                    || host.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(host) != null;
        } catch (SocketException _) {
            return true;
        }
    }

    public Inbox inbox() {
        return inbox;
    }

    /** Returns who decides about connections; empty if everybody may connect. */
    Optional<Door> door() {
        return Optional.ofNullable(door);
    }

    /** Returns the socket on which the library asks about connections; null if it does not. */
    ZMQ.Socket questions() {
        return questions;
    }

    ZMQ.Socket events() {
        return events;
    }

    ZMQ.Socket snapshots() {
        return snapshots;
    }

    ZMQ.Poller poller(int size) {
        return context.createPoller(size);
    }

    /** Decides about a connection that the library asks about. */
    void answerQuestion() {
        door.answer(
                questions,
                (domain, host, name) -> (domain.equals(Door.EVENTS) ? subscribers : askers).named(host, name));
    }

    Collection<Clients.Client> clients() {
        return subscribers.all();
    }

    int subscribers() {
        return subscribers.size();
    }

    /** Ends all connections; those who are still allowed come back by themselves. */
    void cutAll() {
        subscribers.cutAll();
        askers.cutAll();
    }

    /** Returns the address of a socket with the port that it got. */
    static FeedAddress address(ZMQ.Socket socket) throws FeedException {
        return FeedAddress.parse(socket.getLastEndpoint());
    }

    @Override
    public void close() {
        context.close();
        try {
            inbox.close();
        } catch (IOException e) {
            System.getLogger(FeedSockets.class.getName()).log(System.Logger.Level.DEBUG, "the feed's pipe", e);
        }
    }
}
