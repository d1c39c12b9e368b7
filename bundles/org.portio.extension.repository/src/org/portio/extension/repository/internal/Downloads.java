// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.extension.Examined;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.repository.Plan.Part;

/** Gets jars of a repository; p2 compares them with the checksums and signatures that the repository has. */
record Downloads(Agent agent, IArtifactRepository artifacts, Extensions extensions) {

    /** The number of mirrors that are tried. */
    private static final int TRIES = 4;

    List<Part> parts(Planned planned) {
        return planned.additions().stream()
                .map(unit -> new Part(
                        unit.getId(),
                        unit.getVersion().toString(),
                        bytes(unit),
                        planned.present().getOrDefault(unit.getId(), "")))
                .toList();
    }

    private long bytes(IInstallableUnit unit) {
        try {
            return keys(unit)
                    .flatMap(key -> descriptor(key).stream())
                    .map(descriptor -> descriptor.getProperty(IArtifactDescriptor.DOWNLOAD_SIZE))
                    .mapToLong(size -> size == null ? -1 : Long.parseLong(size))
                    .findFirst()
                    .orElse(-1);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static Stream<IArtifactKey> keys(IInstallableUnit unit) {
        return unit.getArtifacts().stream().filter(Units::isBundle);
    }

    /** Returns the descriptor of the jar as it is; there may be others of packed forms, which Java no longer knows. */
    private Optional<IArtifactDescriptor> descriptor(IArtifactKey key) {
        return Stream.of(artifacts.getArtifactDescriptors(key))
                .filter(descriptor -> descriptor.getProperty(IArtifactDescriptor.FORMAT) == null)
                .findFirst();
    }

    /** Downloads the jars of a plan, and looks at each. */
    List<Examined> get(Planned planned, IProgressMonitor progress) throws ExtensionException {
        SubMonitor steps = SubMonitor.convert(progress, planned.additions().size());
        List<Examined> examined = new ArrayList<>();
        for (IInstallableUnit unit : planned.additions()) {
            steps.subTask(unit.getId() + " " + unit.getVersion());
            IArtifactKey key = keys(unit).findFirst().orElseThrow();
            Path jar = download(key, steps.split(1));
            Examined one = extensions.examine(jar);
            if (!one.extension().id().equals(unit.getId())) {
                throw new ExtensionException(Failure.of(
                        Kind.REFUSED,
                        "the repository calls " + unit.getId() + " what is "
                                + one.extension().id()));
            }
            examined.add(one);
        }
        return examined;
    }

    private Path download(IArtifactKey key, IProgressMonitor progress) throws ExtensionException {
        String name = key.getId() + " " + key.getVersion();
        IArtifactDescriptor descriptor = descriptor(key)
                .orElseThrow(() -> new ExtensionException(
                        Failure.of(Kind.NOT_FOUND, "the repository names " + name + ", but does not have it")));
        try {
            Path jar = Files.createTempFile(agent.downloads(), "extension-", ".jar");
            IStatus status = null;
            for (int tries = 0; tries < TRIES; tries++) {
                try (OutputStream out = Files.newOutputStream(jar)) {
                    status = artifacts.getArtifact(descriptor, out, progress);
                }
                if (status.getCode() != IArtifactRepository.CODE_RETRY) {
                    break;
                }
            }
            check(name, status, progress);
            return jar;
        } catch (IOException e) {
            throw new ExtensionException(
                    Failure.of(Kind.FAILED, "cannot download " + name + ": " + FileFailure.text(e)), e);
        }
    }

    private static void check(String name, IStatus status, IProgressMonitor progress) throws ExtensionException {
        if (progress.isCanceled() || status.matches(IStatus.CANCEL)) {
            throw new OperationCanceledException();
        }
        if (StatusText.hasCode(status, ProvisionException.ARTIFACT_MD5_NOT_MATCH)) { // whatever the kind of checksum
            throw new ExtensionException(
                    Failure.of(
                            Kind.REFUSED,
                            "the jar of " + name + " does not have the checksum that the repository states",
                            "do not install it; tell the owner of the repository that it is damaged or was changed"),
                    status.getException());
        }
        if (status.matches(IStatus.ERROR)) {
            throw new ExtensionException(
                    Failure.of(Kind.FAILED, "cannot download " + name + ": " + StatusText.of(status)),
                    status.getException());
        }
    }
}
