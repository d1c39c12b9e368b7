// SPDX-License-Identifier: EPL-2.0

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.portio.cli.PortioCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes what is made of the command line's own description: the sources of its man page, and completions for shells. */
public final class CommandLineDocs {

    private CommandLineDocs() {}

    /** Takes the directory of the man page's sources, and that of the completions, laid out as in /usr/share, and the time of the sources. */
    public static void main(String... args) throws IOException {
        CommandLine portio = new PortioCommand().commandLine();
        CommandSpec[] specs = {portio.getCommandSpec()};
        int code = ManPageGenerator.generateManPage(new File(args[0]), null, new boolean[] {false}, true, specs);
        Path share = Path.of(args[1]);
        Completions completions = new Completions(portio.getCommandSpec());
        write(share.resolve("bash-completion/completions/portio"), AutoComplete.bash("portio", portio));
        write(share.resolve("zsh/site-functions/_portio"), completions.zsh());
        write(share.resolve("fish/vendor_completions.d/portio.fish"), completions.fish());
        setTimes(Path.of(args[0]), Instant.parse(args[2]));
        System.exit(code);
    }

    /** The pages carry the day of their sources. At noon, it is the same one in most time zones. */
    private static void setTimes(Path folder, Instant time) throws IOException {
        FileTime noon = FileTime.from(time.truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS));
        try (Stream<Path> sources = Files.list(folder)) {
            for (Path source : sources.toList()) {
                Files.setLastModifiedTime(source, noon);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
