// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.helper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.elevation.HelperAnswer;
import org.portio.firewall.internal.elevation.HelperRequest;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.system.Caller;
import org.portio.firewall.internal.system.SshSession;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;

/**
 * The side of the helper that has the privileges. It trusts nobody: a request that is not exactly as it should be changes
 * nothing, and what it removes it has found itself.
 */
public final class HelperServer {

    private static final int LONGEST_REQUEST = 1 << 20;

    private final List<FirewallBackend> backends;
    private final Map<String, String> environment;
    private final Set<SshSession> sessions;
    private final Tombstones tombstones;

    /**
     * Creates one over these backends, which have privileges.
     *
     * @param environment in which pkexec or sudo say who called them
     */
    public HelperServer(List<FirewallBackend> backends, Map<String, String> environment) {
        this(backends, environment, SshSession.ofThisProcess(), Tombstones.ofSystem());
    }

    public HelperServer(
            List<FirewallBackend> backends,
            Map<String, String> environment,
            Set<SshSession> sessions,
            Tombstones tombstones) {
        this.backends = List.copyOf(backends);
        this.environment = Map.copyOf(environment);
        this.sessions = Set.copyOf(sessions);
        this.tombstones = tombstones;
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
        HelperPolicy policy;
        try {
            policy = new HelperPolicy(Caller.of(environment), sessions);
            request = HelperRequest.parse(read(in));
            backend = backend(request.backend());
            checkUser(request, policy);
        } catch (IllegalArgumentException e) {
            return HelperAnswer.misunderstood(e.getMessage());
        }
        try {
            return perform(request, backend, policy);
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
                .orElseThrow(() -> new IllegalArgumentException("unknown backend"));
    }

    private static void checkUser(HelperRequest request, HelperPolicy policy) {
        for (Rule rule : request.add()) {
            if (!policy.mayTag(rule.tag())) {
                throw new IllegalArgumentException("its tag belongs to a user other than the caller");
            }
        }
    }

    private HelperAnswer perform(HelperRequest request, FirewallBackend backend, HelperPolicy policy)
            throws FirewallException {
        return switch (request.action()) {
            case LIST -> HelperAnswer.rules(backend.list());
            case PLAN -> HelperAnswer.commands(backend.plan(change(request, backend, policy)));
            case APPLY -> {
                Change change = change(request, backend, policy);
                tombstones.around(change.remove(), policy.caller().user(), () -> backend.apply(change));
                yield HelperAnswer.done();
            }
        };
    }

    private static Change change(HelperRequest request, FirewallBackend backend, HelperPolicy policy)
            throws FirewallException {
        boolean looks = policy.caller().limited() || !request.remove().isEmpty();
        List<AppliedRule> there = looks ? backend.list() : List.of();
        List<AppliedRule> remove = there.stream()
                .filter(rule -> request.remove().contains(rule.tag()))
                .toList();
        Change change = new Change(request.add(), remove, request.force());
        policy.check(change, there);
        return change;
    }
}
