// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.Connection;
import org.portio.core.ConnectionSource;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognizer;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.export.SnapshotExporters;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionCommand;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;
import org.portio.extension.Offered;
import org.portio.testing.ExtensionJar;
import org.portio.testing.Sockets;

/** The command line uses components of a bundle as the workbench does, and names those that fail. */
class ExtensionServicesTest {

    private static final String EXPORTER = "org.portio.export.SnapshotExporter";

    private static final String SHOUT = """
        package x;
        public class Shout implements org.portio.extension.ExtensionCommand {
            public String name() { return "shout"; }
            public String summary() { return "Shout it out."; }
            public int run(Call call) {
                if (call.arguments().contains("fail")) throw new IllegalStateException("too loud");
                call.out().println(String.join(" ", call.arguments()).toUpperCase());
                return 7;
            }
        }
        """;

    private static final String TEAM = """
        package x;
        import org.portio.core.diagnosis.*;
        public class Team implements FindingProvider {
            public java.util.List<Finding> find(Question question) {
                return java.util.List.of(new Finding(
                    Finding.Kind.LIMIT, Finding.Weight.TELLS, "the team's", "ports.txt", "", false));
            }
        }
        """;

    private static final String SPARE = """
        package x;
        public class Spare implements org.portio.core.process.SparedProcess {
            public String refusal(long pid) { return pid == 4711 ? "mine" : ""; }
        }
        """;

    private static final String KIND = """
        package x;
        import java.util.List;
        import org.portio.core.ProcessInfo;
        import org.portio.core.process.*;
        public class Kind implements Recognizer {
            public List<Recognition> recognize(ProcessInfo process, ProcessOrigin origin) {
                if (process.name().equals("odd")) throw new IllegalStateException("too odd");
                return List.of(new Recognition(Recognition.Kind.SERVER, "my " + process.name(), ""));
            }
        }
        """;

    @TempDir
    private static Path jars;

    @TempDir
    private Path home;

    private final Cli cli = new Cli();

    /** Compiling takes a second: once for all. */
    @BeforeAll
    static void make() {
        ExtensionJar.of("good")
                .component(
                        "x.Rows", EXPORTER, exporter("Rows", "rows", "out.write(\"rows: \" + s.connections().size());"))
                .component(
                        "x.Half",
                        EXPORTER,
                        exporter("Half", "half", "out.write(\"half\"); throw new Error(\"no more\");"))
                .component("x.Shout", "org.portio.extension.ExtensionCommand", SHOUT)
                .component("x.Team", "org.portio.core.diagnosis.FindingProvider", TEAM)
                .component("x.Kind", "org.portio.core.process.Recognizer", KIND)
                .component("x.Spare", "org.portio.core.process.SparedProcess", SPARE)
                .write(jars.resolve("good.jar"), SnapshotExporters.class, Connection.class, ExtensionCommand.class);
        ExtensionJar.of("bad")
                .component(
                        "y.Thrower",
                        EXPORTER,
                        "package y; public class Thrower {"
                                + " public Thrower() { throw new IllegalStateException(\"not today\"); } }")
                .component("y.Hangs", "org.portio.core.ConnectionSource", """
                    package y;
                    public class Hangs implements org.portio.core.ConnectionSource {
                        public String name() { return "y"; }
                        public boolean isAvailable() { throw new NoClassDefFoundError("org/eclipse/swt/Display"); }
                        public org.portio.core.Snapshot read() { return null; }
                    }
                    """)
                .write(jars.resolve("bad.jar"), Connection.class);
    }

    private static String exporter(String name, String extension, String body) {
        return """
            package x;
            public class %s implements org.portio.export.SnapshotExporter {
                public String extension() { return "%s"; }
                public String description() { return "%s"; }
                public void write(org.portio.core.Snapshot s, java.io.Writer out) throws java.io.IOException {
                    %s
                }
            }
            """.formatted(name, extension, name, body);
    }

    @BeforeEach
    void begin() throws Exception {
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        cli.extensions = Extensions.of(() -> places, null, User.ofSystem(), ExtensionServices.PROGRAM);
        for (String jar : List.of("good.jar", "bad.jar")) {
            cli.extensions.install(jars.resolve(jar));
        }
        cli.exporters = new ExtensionServices(cli.extensions).exporters(SnapshotExporters.builtIn());
    }

    private Extension extension(String id) throws Exception {
        return cli.extensions.find(id).getFirst();
    }

    @Test
    void savesInTheFormatOfAnExtensionAndNamesTheOneThatCannotBeMade() throws Exception {
        Path file = home.resolve("x.rows");
        Cli.Result saved = cli.run("save", file.toString());
        assertEquals(0, saved.code(), saved.err());
        assertTrue(Files.readString(file).startsWith("rows: "));
        assertEquals(0, cli.run("save", home.resolve("x.csv").toString()).code());
        assertEquals(
                "threw java.lang.IllegalStateException: not today, at y.Thrower.<init>(Thrower.java:1)",
                extension("bad").faults().getFirst().text());
    }

    private List<String> commandsOfTheNextStart() {
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        return Extensions.of(() -> places, null, User.ofSystem(), ExtensionServices.PROGRAM)
                .services(ExtensionCommand.class)
                .stream()
                .map(Offered::extension)
                .toList();
    }

    @Test
    void nextCommandBelievesWhatTheOneBeforeFoundOutUnlessSomethingHasChanged() throws Exception {
        assertEquals(List.of("good"), commandsOfTheNextStart());
        Path known = home.resolve("cache/usable-extensions");
        FileTime written = Files.getLastModifiedTime(known);
        assertEquals(List.of("good"), commandsOfTheNextStart());
        assertEquals(written, Files.getLastModifiedTime(known));
        cli.extensions.disable("good");
        assertEquals(List.of(), commandsOfTheNextStart());
        cli.extensions.enable("good");
        assertEquals(List.of("good"), commandsOfTheNextStart());
        Files.writeString(known, "damaged");
        assertEquals(List.of("good"), commandsOfTheNextStart());
    }

    @Test
    void halfAFileIsNoFile() throws Exception {
        Path file = home.resolve("x.half");
        Cli.Result failed = cli.run("save", file.toString());
        assertEquals(4, failed.code());
        assertEquals(
                "portio: cannot write " + file + ": the extension good threw java.lang.Error: no more, at"
                        + " x.Half.write(Half.java:6)\n",
                failed.err());
        assertFalse(Files.exists(file));
        assertEquals(Extension.State.FAILED, extension("good").state());
        assertTrue(cli.run("save", file.toString()).err().contains("; it is switched off from now on"));
        assertEquals(Extension.State.SWITCHED_OFF, extension("good").state());
    }

    @Test
    void runsTheCommandOfAnExtensionWithItsArgumentsAndExitCode() {
        assertEquals(new Cli.Result(7, "A --B C\n", ""), cli.run("shout", "a", "--b", "c"));
        assertTrue(cli.run("--help").out().contains("Extensions:\n  shout"));
        assertTrue(cli.run("generate-completion").out().contains("shout"));
        assertTrue(cli.run("shout", "--help").out().contains("Shout it out."));
        Cli.Result failed = cli.run("shout", "fail");
        assertEquals(70, failed.code());
        assertEquals(
                "portio: the extension good threw java.lang.IllegalStateException: too loud, at"
                        + " x.Shout.run(Shout.java:6)\n",
                failed.err());
    }

    @Test
    void asksForFindingsAndSparedProcesses() {
        ExtensionServices services = new ExtensionServices(cli.extensions);
        List<Finding> found = services.findings().getFirst().find(new Question(80, Protocol.TCP, "", null));
        assertEquals("the team's", found.getFirst().what());
        assertEquals("mine", services.spared(_ -> "").refusal(4711));
        assertEquals("own", services.spared(_ -> "own").refusal(4711));
        assertEquals("", services.spared(_ -> "").refusal(1));
    }

    @Test
    void recognizesUntilItFails() throws Exception {
        Recognizer recognizer =
                new ExtensionServices(cli.extensions).recognizers().getFirst();
        ProcessOrigin origin = new ProcessOrigin(List.of(), "", "", List.of());
        assertEquals(
                List.of(new Recognition(Recognition.Kind.SERVER, "my java", "")),
                recognizer.recognize(Sockets.process(1, "java"), origin));
        assertEquals(List.of(), recognizer.recognize(Sockets.process(2, "odd"), origin));
        assertEquals(List.of(), recognizer.recognize(Sockets.process(3, "odd"), origin));
        assertEquals(
                List.of("threw java.lang.IllegalStateException: too odd, at x.Kind.recognize(Kind.java:7)"),
                extension("good").faults().stream().map(Fault::text).toList());
    }

    @Test
    void sourceThatFailsIsLeftOut() throws Exception {
        ConnectionSource own = cli.source;
        ConnectionSource last = new Cli().source;
        List<ConnectionSource> sources = new ExtensionServices(cli.extensions).sources(own, last);
        assertFalse(sources.get(1).isAvailable());
        assertEquals(
                "misses a class org.eclipse.swt.Display (does its manifest import org.eclipse.swt?), at"
                        + " y.Hangs.isAvailable(Hangs.java:4)",
                extension("bad").faults().getLast().text());
    }
}
