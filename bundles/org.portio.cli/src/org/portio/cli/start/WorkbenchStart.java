// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * Starts Equinox with the bundles that can be used. Equinox itself ends at the first line of its list that is not valid, and
 * leaves out a jar that is missing without a word.
 */
public final class WorkbenchStart {

    /** Equinox's exit code if it could not start the workbench. */
    private static final int FAILED = 13;

    /** The system property from which the workbench reads what it has to report; one damage per line. */
    private static final String TO_TELL = "portio.damage";

    private WorkbenchStart() {}

    public static void main(String... args) {
        List<Damage> damage = Installation.ofSystem()
                .map(installation -> leaveOut(lookMeanwhile(installation, args), args))
                .orElse(List.of());
        int code = run(args);
        if (code == FAILED) {
            sayFailed(damage);
            code = Report.DAMAGED;
        }
        System.exit(code);
    }

    /** Shows the splash, unless a window is there that will be raised, and looks at the files on another processor meanwhile. */
    private static Installation.Findings lookMeanwhile(Installation installation, String... args) {
        FutureTask<Installation.Findings> look = new FutureTask<>(installation::findings);
        Thread.ofPlatform().daemon().name("damage").start(look);
        if (!RunningWorkbench.isSeen(option("-data", args)) && !EarlySplash.show(installation.product())) {
            DisplayTrouble.end();
        }
        try {
            return look.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Damage> leaveOut(Installation.Findings found, String... args) {
        if (found.damage().isEmpty()) {
            return List.of();
        }
        Report.say(
                "the workbench starts without the files that are missing or damaged in the program's" + " directory:",
                found.damage());
        System.setProperty(TO_TELL, found.damage().stream().map(Damage::text).collect(Collectors.joining("\n")));
        try {
            Path list = placeOfList(args);
            Files.writeString(list, found.list());
            list.toFile().deleteOnExit();
            System.setProperty(
                    "org.eclipse.equinox.simpleconfigurator.configUrl",
                    list.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.damage();
    }

    /** Returns a file in the directory that the start script has made for Equinox and that only its user can access. */
    private static Path placeOfList(String... args) throws IOException {
        String configuration = option("-configuration", args);
        return configuration == null
                ? Files.createTempFile("portio-bundles", ".info")
                : Files.createTempFile(Path.of(configuration), "bundles", ".info");
    }

    private static String option(String name, String... args) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 || at + 1 == args.length ? null : args[at + 1];
    }

    private static int run(String... args) {
        try {
            Class<?> launcher = Class.forName("org.eclipse.equinox.launcher.Main");
            Object main = launcher.getConstructor().newInstance();
            return (Integer) launcher.getMethod("run", String[].class).invoke(main, (Object) args);
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            Report.say("Equinox could not be started: " + cause, List.of());
            return FAILED;
        }
    }

    private static void sayFailed(List<Damage> damage) {
        String log = System.getProperty("osgi.logfile");
        Report.say("portio: the workbench could not start. "
                + (damage.isEmpty() ? "Look for damage with: portio doctor" : "It needs the missing files; see above.")
                + (log == null ? "" : System.lineSeparator() + "Details are in " + log));
    }
}
