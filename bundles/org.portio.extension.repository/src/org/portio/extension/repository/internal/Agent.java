// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.equinox.internal.p2.repository.Transport;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.core.ProvisionException;

/** The services of p2, with all that they keep in a temporary folder. Nothing of p2's is left when it is closed. */
@SuppressWarnings("restriction") // p2 has no public way to bring a transport
final class Agent implements AutoCloseable {

    private final Path folder;
    private final IProvisioningAgent agent;

    private Agent(Path folder, IProvisioningAgent agent) {
        this.folder = folder;
        this.agent = agent;
    }

    static Agent start(IProvisioningAgentProvider provider) throws IOException, ProvisionException {
        Path folder = Files.createTempDirectory("portio-repository-");
        IProvisioningAgent agent = provider.createAgent(folder.resolve("p2").toUri());
        agent.registerService(Transport.SERVICE_NAME, new WebTransport());
        return new Agent(folder, agent);
    }

    IProvisioningAgent provisioning() {
        return agent;
    }

    <S> S service(Class<S> type) {
        S service = agent.getService(type);
        if (service == null) {
            throw new IllegalStateException("a part of p2 is missing: " + type.getName());
        }
        return service;
    }

    /** Returns the folder for downloads. */
    Path downloads() throws IOException {
        return Files.createDirectories(folder.resolve("downloads"));
    }

    @Override
    public void close() {
        agent.stop();
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            System.getLogger(Agent.class.getName())
                    .log(System.Logger.Level.INFO, "a temporary folder was not deleted: " + folder, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
