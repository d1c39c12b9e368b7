// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.eclipse.osgi.util.NLS;
import org.portio.core.system.AtomicFile;

/** Writes a perspective into a file, in the platform's own form, and reads it again. */
final class PerspectiveFile {

    static final String EXTENSION = ".perspective";

    /** A layout of a hundred views has some ten thousand bytes. */
    private static final int LIMIT = 1 << 20;

    private PerspectiveFile() {}

    /** Writes one that is in no window, and replaces the file if it exists. */
    static void write(Path file, MPerspective perspective) throws IOException {
        Resource resource = new XMIResourceImpl();
        resource.getContents().add((EObject) perspective);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        resource.save(bytes, Map.of(XMLResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        AtomicFile.write(file, true, out -> out.write(bytes.toString(StandardCharsets.UTF_8)));
    }

    /** Reads one, which has the name of the file from now on. Fails with a message for the user. */
    static MPerspective read(Path file) throws CoreException {
        try {
            byte[] xml = Files.size(file) > LIMIT ? new byte[0] : Files.readAllBytes(file);
            if (!LayoutCheck.isLayout(xml)) {
                throw new CoreException(Status.error(NLS.bind(Messages.PerspectiveFile_notOne, file)));
            }
            return named(perspective(xml), name(file));
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.PerspectiveFile_unreadable, file, e), e));
        }
    }

    private static MPerspective perspective(byte[] xml) throws IOException {
        Resource resource = new XMIResourceImpl(URI.createURI("perspective.xmi"));
        resource.load(new ByteArrayInputStream(xml), Map.of());
        MPerspective perspective = (MPerspective) resource.getContents().getFirst();
        resource.getContents().clear();
        return perspective;
    }

    /** Gives it this name: in the platform, the id of a perspective of the user's ends with it. */
    static MPerspective named(MPerspective perspective, String name) {
        String id = perspective.getElementId() == null ? "" : perspective.getElementId();
        String own = "." + perspective.getLabel();
        String original = id.endsWith(own) ? id.substring(0, id.length() - own.length()) : id;
        perspective.setElementId(original + "." + name);
        perspective.setLabel(name);
        return perspective;
    }

    /** Returns the file's name without its extension. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
