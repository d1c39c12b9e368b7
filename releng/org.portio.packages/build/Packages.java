// SPDX-License-Identifier: EPL-2.0

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Packs what the script "stage" has laid out; the build of PortIO's packages starts it. */
final class Packages {

    private Packages() {}

    /**
     * Takes the directory of "stage", the directory to write to, in which the other systems' archives are, the version, the
     * machine's name in archives (x86_64), the time of the files in ISO 8601, the level of xz, where the release will be,
     * and the target definition.
     */
    public static void main(String... args) throws Exception {
        Path staged = Path.of(args[0]);
        Path target = Files.createDirectories(Path.of(args[1]));
        String version = args[2];
        String machine = args[3];
        Instant time = Instant.parse(args[4]);
        int level = Integer.parseInt(args[5]);
        writeArchive(
                new Tree(staged.resolve("archive"), time),
                level,
                target.resolve("portio-" + version + "-linux-" + machine + ".tar.xz"));
        String debian = machine.equals("aarch64") ? "arm64" : "amd64";
        Tree system = new Tree(staged.resolve("system"), time);
        new DebPackage(system, staged.resolve("debian"))
                .write(target.resolve("portio_" + version + "_" + debian + ".deb"), level);
        String description = Files.readString(staged.resolve("debian/control")).split("(?m)^Description: ")[1];
        new RpmPackage(system, description, version, machine)
                .write(target.resolve("portio-" + version + "-1." + machine + ".rpm"), level);
        new Sbom(staged.resolve("archive/portio"), Path.of(args[7]), version, time)
                .write(target.resolve("portio-" + version + "-linux-" + machine + ".sbom.json"));
        Map<String, String> sums = Checksums.list(target);
        // Package managers are told of the whole release; it has a part for Linux on x86-64 only when that built it.
        if (machine.equals("x86_64")) {
            new Manifests(version, args[6], sums).write(target.resolve("managers"));
        }
    }

    private static void writeArchive(Tree tree, int level, Path archive) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            Tars.write(tree, "", level, out);
        }
    }
}
