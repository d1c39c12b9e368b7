// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of containers and pods, from the files in which Docker, Podman, CRI-O, containerd and Kubernetes note them. Nothing is
 * asked of the engines themselves, which would need their sockets.
 */
final class ContainerNames {

    /**
     * The name of a container and its source.
     *
     * @param name as the user has given it, or {@code NAMESPACE/POD/CONTAINER}; empty if it was not found
     * @param file that says so, or that would if it could be read; empty if there is none
     */
    record Found(String name, String file) {

        static final Found NOTHING = new Found("", "");
    }

    private record Kept(Found found, long nanos) {}

    private static final long FRESH_NANOS = 30_000_000_000L;
    private static final int MOST_KEPT = 1_000;
    private static final long LARGEST_FILE = 8L << 20;

    private static final Pattern USER = Pattern.compile("/user-(\\d{1,10})\\.slice/");
    private static final Pattern LOG = Pattern.compile("([^_]+)_([^_]+)_(.+)-([0-9a-f]{64})\\.log");
    private static final Pattern DOCKER = Pattern.compile("\"Name\"\\s*:\\s*\"/([^\"\\\\]+)\"");

    private final Path root;
    private final LongSupplier clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** Returns those of a system whose files are below this directory. */
    ContainerNames(Path root, LongSupplier clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Returns what is known of the container with this id, or the beginning of it, in this control group. */
    Found of(String id, String group) {
        Kept known = kept.get(id);
        if (known != null && clock.getAsLong() - known.nanos() < FRESH_NANOS) {
            return known.found();
        }
        Found found = new Search(id).find(homes(group));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(id, new Kept(found, clock.getAsLong()));
        return found;
    }

    /** Returns the home directory of the user whose container it is; none for those of root. */
    private List<Path> homes(String group) {
        Matcher user = USER.matcher(group);
        if (!user.find()) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(root.resolve("etc/passwd"), StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 5 && fields[2].equals(user.group(1)) && fields[5].startsWith("/"))
                    .map(fields -> root.resolve(fields[5].substring(1)))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** One search, which remembers what it could not read. */
    private final class Search {

        private final String id;
        private String denied = "";

        Search(String id) {
            this.id = id;
        }

        Found find(List<Path> homes) {
            List<Path> data = new ArrayList<>(
                    homes.stream().map(home -> home.resolve(".local/share")).toList());
            data.add(root.resolve("var/lib"));
            Optional<Found> found = log();
            for (Path base : data) {
                found = found.or(() -> in(base.resolve("docker/containers"), this::docker))
                        .or(() -> storage(base.resolve("containers/storage")));
            }
            return found.or(() -> tasks(root.resolve("run/containerd/io.containerd.runtime.v2.task"), ""))
                    .or(() -> tasks(root.resolve("run/containers/storage"), "userdata"))
                    .orElseGet(() -> new Found("", denied));
        }

        /** Kubernetes' kubelet names a log for each container. */
        private Optional<Found> log() {
            Path logs = root.resolve("var/log/containers");
            for (Path log : entries(logs, "*-" + id + "*.log")) {
                Matcher name = LOG.matcher(log.getFileName().toString());
                if (name.matches()) {
                    return Optional.of(found(name.group(2) + "/" + name.group(1) + "/" + name.group(3), log));
                }
            }
            return Optional.empty();
        }

        private Optional<Found> docker(Path directory) {
            Path file = directory.resolve("config.v2.json");
            String text = read(file);
            return kubernetes(
                            text,
                            file,
                            "io.kubernetes.pod.namespace",
                            "io.kubernetes.pod.name",
                            "io.kubernetes.container.name")
                    .or(() -> first(DOCKER, text).map(name -> found(name, file)));
        }

        /** Podman and CRI-O keep one list of all containers for each kind of storage. */
        private Optional<Found> storage(Path storage) {
            Pattern names = Pattern.compile(
                    "\"id\"\\s*:\\s*\"" + id + "[0-9a-f]*\"\\s*,\\s*\"names\"\\s*:\\s*\\[\\s*\"([^\"\\\\]+)\"");
            for (Path kind : entries(storage, "*-containers")) {
                Path file = kind.resolve("containers.json");
                Optional<Found> found = first(names, read(file)).map(name -> found(podman(name), file));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** CRI-O writes {@code k8s_CONTAINER_POD_NAMESPACE_UID_ATTEMPT}. */
        private static String podman(String name) {
            String[] parts = name.split("_");
            return name.startsWith("k8s_") && parts.length > 3 ? parts[3] + "/" + parts[2] + "/" + parts[1] : name;
        }

        /** Looks for the specification of a container in each directory of directories by id. */
        private Optional<Found> tasks(Path all, String within) {
            for (Path some : entries(all, "*")) {
                Optional<Found> found = in(
                        some,
                        directory -> specification(directory.resolve(within).resolve("config.json")));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<Found> specification(Path file) {
            String text = read(file);
            return kubernetes(
                            text,
                            file,
                            "io.kubernetes.cri.sandbox-namespace",
                            "io.kubernetes.cri.sandbox-name",
                            "io.kubernetes.cri.container-name")
                    .or(() -> kubernetes(
                            text,
                            file,
                            "io.kubernetes.pod.namespace",
                            "io.kubernetes.pod.name",
                            "io.kubernetes.container.name"))
                    .or(() -> text(text, "nerdctl/name").map(name -> found(name, file)));
        }

        private Optional<Found> kubernetes(String text, Path file, String namespace, String pod, String container) {
            Optional<String> name = text(text, pod);
            return name.map(found -> found(
                    text(text, namespace).map(of -> of + "/").orElse("")
                            + found
                            + text(text, container).map(of -> "/" + of).orElse(""),
                    file));
        }

        private Found found(String name, Path file) {
            return new Found(name, shown(file));
        }

        private Optional<Found> in(Path directory, Function<Path, Optional<Found>> found) {
            for (Path container : entries(directory, id + "*")) {
                Optional<Found> name = found.apply(container);
                if (name.isPresent()) {
                    return name;
                }
            }
            return Optional.empty();
        }

        private List<Path> entries(Path directory, String names) {
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, names)) {
                stream.forEach(entries::add);
            } catch (AccessDeniedException _) {
                denied = shown(directory);
            } catch (NoSuchFileException | NotDirectoryException _) {
                // That engine is not here.
            } catch (IOException | DirectoryIteratorException _) {
                return entries;
            }
            return entries;
        }

        /** Returns what is in it; nothing if it cannot be read, or is no file that an engine would write. */
        private String read(Path file) {
            try {
                return Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE
                        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        : "";
            } catch (AccessDeniedException _) {
                denied = shown(file);
                return "";
            } catch (IOException _) {
                return "";
            }
        }
    }

    /** Returns the path as the system has it. */
    private String shown(Path file) {
        return "/" + root.relativize(file);
    }

    private static Optional<String> text(String json, String key) {
        return first(Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*\"([^\"\\\\]+)\""), json);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
