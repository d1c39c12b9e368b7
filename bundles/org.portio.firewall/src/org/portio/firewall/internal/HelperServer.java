// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.portio.core.User;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.Change;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Rule;

/**
 * The side of the helper that has the privileges. It trusts nobody: a request that is not exactly as it should be changes
 * nothing, and what it removes it has found itself.
 */
public final class HelperServer {

    private static final int LONGEST_REQUEST = 1 << 20;

    private final List<FirewallBackend> backends;
    private final String caller;
    private final Tombstones tombstones;

    /**
     * Over these backends, which have privileges.
     *
     * @param environment in which pkexec or sudo say who called them
     */
    public HelperServer(List<FirewallBackend> backends, Map<String, String> environment) {
        this(backends, environment, Tombstones.ofSystem());
    }

    HelperServer(List<FirewallBackend> backends, Map<String, String> environment, Tombstones tombstones) {
        this.tombstones = tombstones;
        this.backends = List.copyOf(backends);
        this.caller = environment.getOrDefault("PKEXEC_UID", environment.get("SUDO_UID"));
    }

    /** Answers one request; the result is the exit code. */
    public int serve(InputStream in, OutputStream out) throws IOException {
        HelperAnswer answer = answer(in);
        out.write((answer.json() + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return answer.exitCode();
    }

    private HelperAnswer answer(InputStream in) throws IOException {
        HelperRequest request;
        FirewallBackend backend;
        try {
            request = HelperRequest.parse(read(in));
            backend = backend(request.backend());
            checkUser(request);
        } catch (IllegalArgumentException e) {
            return HelperAnswer.misunderstood(e.getMessage());
        }
        try {
            return perform(request, backend);
        } catch (FirewallException e) {
            return HelperAnswer.failed(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_REQUEST + 1);
        if (bytes.length > LONGEST_REQUEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST_REQUEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not UTF-8", e);
        }
    }

    private FirewallBackend backend(String name) {
        return backends.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such backend"));
    }

    /** Nobody blocks in the name of somebody else. To remove another one's block is for PortIO to allow, with force. */
    private void checkUser(HelperRequest request) {
        for (Rule rule : request.add()) {
            if (caller != null && !caller.equals(rule.tag().user())) {
                throw new IllegalArgumentException("its tag is of another user than the one who asks");
            }
        }
    }

    private HelperAnswer perform(HelperRequest request, FirewallBackend backend) throws FirewallException {
        return switch (request.action()) {
            case LIST -> HelperAnswer.rules(backend.list());
            case PLAN -> HelperAnswer.commands(backend.plan(change(request, backend)));
            case APPLY -> {
                apply(change(request, backend), backend);
                yield HelperAnswer.done();
            }
        };
    }

    private void apply(Change change, FirewallBackend backend) throws FirewallException {
        String user = caller == null ? User.ofSystem().id() : caller;
        tombstones.around(change.remove(), user, () -> backend.apply(change));
    }

    private static Change change(HelperRequest request, FirewallBackend backend) throws FirewallException {
        List<AppliedRule> remove = request.remove().isEmpty()
                ? List.of()
                : backend.list().stream()
                        .filter(rule -> request.remove().contains(rule.tag()))
                        .toList();
        return new Change(request.add(), remove);
    }
}
