// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.InsightRule;
import org.portio.core.process.Recognizer;
import org.portio.core.process.SparedProcess;
import org.portio.export.SnapshotExporter;
import org.portio.extension.ExtensionException;
import org.portio.extension.Offered;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.ContributedBackend;

/** Services of extensions that may fail as they like: what fails is left out, or a failure that names the extension. */
public final class Guarded {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(60);

    private Guarded() {}

    /** Returns an exporter; empty if it does not tell its format. */
    public static Optional<SnapshotExporter> exporter(Offered<SnapshotExporter> offered) {
        try {
            return Optional.of(new Exporter(
                    offered.ask(SHORT, SnapshotExporter::extension),
                    offered.ask(SHORT, SnapshotExporter::description),
                    offered));
        } catch (ExtensionException _) {
            return Optional.empty();
        }
    }

    /** Returns a source, which is not available if it cannot tell whether it is. */
    public static ConnectionSource source(Offered<ConnectionSource> offered) {
        return new Source(offered);
    }

    /** Returns a provider that finds nothing if it fails. */
    public static FindingProvider findings(Offered<FindingProvider> offered) {
        return question -> {
            try {
                return List.copyOf(offered.ask(SHORT, provider -> provider.find(question)));
            } catch (ExtensionException | NullPointerException _) {
                return List.of();
            }
        };
    }

    /** Returns a rule that finds nothing if it fails. */
    public static InsightRule insights(Offered<InsightRule> offered) {
        return observation -> {
            try {
                return List.copyOf(offered.ask(SHORT, rule -> rule.look(observation)));
            } catch (ExtensionException | NullPointerException _) {
                return List.of();
            }
        };
    }

    /** Returns one that recognizes nothing if it fails; it is not asked again by this command, which may have hundreds of processes. */
    public static Recognizer recognizer(Offered<Recognizer> offered) {
        AtomicBoolean failed = new AtomicBoolean();
        return (process, origin) -> {
            try {
                return failed.get()
                        ? List.of()
                        : offered.ask(SHORT, one -> List.copyOf(one.recognize(process, origin)));
            } catch (ExtensionException _) {
                failed.set(true);
                return List.of();
            }
        };
    }

    /** Returns one that spares no process if it fails, as in the workbench: one bad extension must not keep all from being ended. */
    public static SparedProcess spared(Offered<SparedProcess> offered) {
        return pid -> {
            try {
                return offered.ask(SHORT, spared -> spared.refusal(pid));
            } catch (ExtensionException _) {
                return "";
            }
        };
    }

    /** Returns a backend whose faults are failures of the firewall that name the extension. */
    public static ContributedBackend backend(Offered<FirewallBackend> offered) {
        return new Backend(offered);
    }

    private record Backend(Offered<FirewallBackend> offered) implements ContributedBackend {

        @Override
        public int ranking() {
            return offered.ranking();
        }

        @Override
        public <R> R ask(Duration limit, Question<R> question) throws FirewallException {
            try {
                return offered.ask(limit, question::to);
            } catch (ExtensionException e) {
                throw e.getCause() instanceof FirewallException refusal
                        ? refusal
                        : new FirewallException(e.failure(), e);
            }
        }
    }

    private record Exporter(String extension, String description, Offered<SnapshotExporter> offered)
            implements SnapshotExporter {

        @Override
        public void write(Snapshot snapshot, Writer out) throws IOException {
            try {
                offered.ask(LONG, exporter -> {
                    exporter.write(snapshot, out);
                    return true;
                });
            } catch (ExtensionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e);
            }
        }
    }

    private record Source(Offered<ConnectionSource> offered) implements ConnectionSource {

        @Override
        public String name() {
            try {
                return offered.ask(SHORT, ConnectionSource::name);
            } catch (ExtensionException _) {
                return offered.extension();
            }
        }

        @Override
        public boolean isAvailable() {
            try {
                return offered.ask(SHORT, ConnectionSource::isAvailable);
            } catch (ExtensionException _) {
                return false;
            }
        }

        @Override
        public Snapshot read() throws ConnectionException {
            return ask(ConnectionSource::read);
        }

        @Override
        public Optional<SocketDetails> details(Connection connection) throws ConnectionException {
            return ask(source -> source.details(connection));
        }

        @Override
        public void measure(MetricsSink sink) throws ConnectionException {
            ask(source -> {
                source.measure(sink);
                return true;
            });
        }

        @Override
        public boolean close(Connection connection) throws ConnectionException {
            return ask(source -> source.close(connection));
        }

        @Override
        public boolean supportsNamespaces() {
            try {
                return offered.ask(SHORT, ConnectionSource::supportsNamespaces);
            } catch (ExtensionException _) {
                return false;
            }
        }

        @Override
        public Snapshot readAllNamespaces() throws ConnectionException {
            return ask(ConnectionSource::readAllNamespaces);
        }

        private <R> R ask(Offered.Question<ConnectionSource, R> question) throws ConnectionException {
            try {
                return offered.ask(LONG, question);
            } catch (ExtensionException e) {
                throw new ConnectionException(e.failure(), e);
            }
        }
    }
}
