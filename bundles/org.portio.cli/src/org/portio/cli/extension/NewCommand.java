// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Shell;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.system.FileFailure;
import picocli.CommandLine.TypeConversionException;

/** Begins an extension: a folder that Maven can build. */
final class NewCommand extends Subcommand {

    private static final int LONGEST = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    /** Words that Java keeps for itself: a package cannot be called so. */
    private static final Set<String> RESERVED = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends false"
                            + " final finally float for goto if implements import instanceof int interface long native new null"
                            + " package private protected public return short static strictfp super switch synchronized this"
                            + " throw throws transient true try void volatile while")
                    .split(" "));

    private final Argument<String> name = add(
            Argument.parameter(0, String.class, "NAME", "Its id, such as org.example.hello, which is also its package.")
                    .converters(NewCommand::name));

    private final Argument<Path> directory = add(Argument.option(
            "--dir", Path.class, TextConverter::path, "DIR", "Where its folder is made (default: here)."));

    NewCommand() {
        super("Makes a folder of this name with a file format that works, to be changed at will, and a build with Maven"
                + " against this PortIO. Exit code 4 if the folder exists.");
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches() || text.length() > LONGEST) {
            throw new TypeConversionException(
                    "'" + text + "' is not a valid name; use lower-case letters, digits and _ in parts"
                            + " that are separated by dots, such as org.example.hello");
        }
        for (String part : text.split("\\.")) {
            if (RESERVED.contains(part)) {
                throw new TypeConversionException(
                        "'" + part + "' is a word of Java; use another one in '" + text + "'");
            }
        }
        return text;
    }

    @Override
    public ExitCode run() {
        Path product = services().product();
        if (product == null) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    "an extension is built against an installed PortIO; run this with the installed 'portio' launcher");
        }
        Path folder = directory.value() == null
                ? Path.of(name.value())
                : directory.value().resolve(name.value());
        Skeleton skeleton = new Skeleton(name.value(), product);
        write(skeleton, folder);
        String jar = "target/" + name.value() + "-1.0.0.jar";
        output().println("Created " + folder + ".");
        output().note("build it (JDK 25, Maven): cd " + Shell.quoted(folder.toString()) + " && mvn package");
        output().note("install it: " + services().program() + " extension install " + jar);
        output().note("use it: " + services().program() + " save ports." + skeleton.title());
        return ExitCode.OK;
    }

    private static void write(Skeleton skeleton, Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    folder + " already exists; choose another name, or another directory with --dir");
        }
        try {
            skeleton.write(folder);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.PERMISSION, "no permission to create " + folder, e);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.CONFLICT, folder.getParent() + " does not exist; create it first", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot create " + folder + ": " + FileFailure.reason(e), e);
        }
    }
}
