// SPDX-License-Identifier: EPL-2.0

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.cli.PortioCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes what is made of the command line's own description: the sources of its man page, and the completion for bash. */
public final class CommandLineDocs {

    private CommandLineDocs() {}

    /** Takes the directory of the man page's sources, and the file of the completion. */
    public static void main(String... args) throws IOException {
        CommandLine portio = new PortioCommand().commandLine();
        CommandSpec[] specs = {portio.getCommandSpec()};
        int code = ManPageGenerator.generateManPage(new File(args[0]), null, new boolean[] {false}, true, specs);
        Path completion = Path.of(args[1]);
        Files.createDirectories(completion.getParent());
        Files.writeString(completion, AutoComplete.bash("portio", portio));
        System.exit(code);
    }
}
