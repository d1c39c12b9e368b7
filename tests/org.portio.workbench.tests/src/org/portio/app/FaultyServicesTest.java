// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;

/** Bundles of somebody else whose component OSGi cannot start, or which fails when it is asked. */
@ExtendWith(InWorkbench.class)
class FaultyServicesTest {

    private static final String UNMADE = "FaultyServicesTest$Unmade of org.example.unmade";
    private static final String NAMELESS = "FaultyServicesTest$Nameless of org.example.nameless";

    /** Fails while it is made. */
    public static final class Unmade implements SnapshotExporter {

        public Unmade() {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public String extension() {
            return "unmade";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public void write(Snapshot snapshot, Writer out) {
            // never asked
        }
    }

    /** Answers null when it is asked for its extension. */
    public static final class Nameless implements SnapshotExporter {

        @Override
        public String extension() {
            return null;
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public void write(Snapshot snapshot, Writer out) {
            // never asked
        }
    }

    private final BundleContext context =
            FrameworkUtil.getBundle(FaultyServicesTest.class).getBundleContext();
    private final List<Bundle> installed = new ArrayList<>();

    @AfterEach
    void uninstall() throws Exception {
        for (Bundle bundle : installed) {
            bundle.uninstall();
        }
    }

    @Test
    void theStatusLineSaysWhichServicesAreLeftOutAndWhy() throws Exception {
        FaultyServices told =
                FaultyServices.tellIn(Ui.page().getWorkbenchWindow().getShell());
        install("org.example.unmade", Unmade.class);
        install("org.example.nameless", Nameless.class);
        List<String> extensions =
                exporters().all().stream().map(SnapshotExporter::extension).toList();

        assertFalse(extensions.contains("unmade"), extensions.toString());
        Ui.until(
                () -> "only these are told: " + told.reasons(),
                () -> told.reasons().keySet().containsAll(List.of(UNMADE, NAMELESS)));
        assertEquals(
                "java.lang.IllegalStateException: broken on purpose",
                told.reasons().get(UNMADE));
        assertEquals("java.lang.NullPointerException", told.reasons().get(NAMELESS));
        Ui.until(() -> "the status line says " + status(), () -> status().contains(NAMELESS));
        label().notifyListeners(SWT.MouseUp, new Event());
        // In a network namespace of its own, a test may be alone with its sockets.
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket _ = new ServerSocket(0, 1, here);
                ServerSocket _ = new ServerSocket(0, 1, here)) {
            Ui.until(
                    () -> "the status line says " + label().getText(),
                    () -> label().getText().matches(".*\\d+ sockets.* services left out"));
        }
        assertTrue(status().contains("left out (see Error Log): "), status());
    }

    private SnapshotExporters exporters() {
        return context.getService(context.getServiceReference(SnapshotExporters.class));
    }

    /** Returns all of it; the label itself may be too narrow. */
    private String status() {
        return label().getToolTipText();
    }

    private static Label label() {
        return Ui.visible(
                        Label.class,
                        label -> label.getParent().getClass().getSimpleName().equals("StatusLine"))
                .orElseThrow();
    }

    private void install(String name, Class<?> type) throws Exception {
        Bundle bundle = context.installBundle("memory:" + name, jar(name, type));
        installed.add(bundle);
        bundle.start();
    }

    private static InputStream jar(String name, Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes);
                InputStream code = type.getClassLoader().getResourceAsStream(file)) {
            add(jar, "META-INF/MANIFEST.MF", manifest(name).getBytes(StandardCharsets.UTF_8));
            add(jar, "OSGI-INF/it.xml", component(type).getBytes(StandardCharsets.UTF_8));
            add(jar, file, code.readAllBytes());
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void add(ZipOutputStream jar, String file, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(file));
        jar.write(content);
    }

    private static String manifest(String name) {
        return """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: %s
                Import-Package: org.portio.export,org.portio.core
                Service-Component: OSGI-INF/it.xml
                """.formatted(name);
    }

    private static String component(Class<?> type) {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <implementation class="%1$s"/>
                  <service><provide interface="%2$s"/></service>
                </scr:component>
                """.formatted(type.getName(), SnapshotExporter.class.getName());
    }
}
