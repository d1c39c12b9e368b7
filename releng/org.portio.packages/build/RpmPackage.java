// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.packager.rpm.FileFlags;
import org.eclipse.packager.rpm.RpmTag;
import org.eclipse.packager.rpm.RpmVersion;
import org.eclipse.packager.rpm.build.BuilderContext;
import org.eclipse.packager.rpm.build.BuilderOptions;
import org.eclipse.packager.rpm.build.DigestAlgorithm;
import org.eclipse.packager.rpm.build.FileInformation;
import org.eclipse.packager.rpm.build.RpmBuilder;
import org.eclipse.packager.rpm.build.RpmBuilder.PackageInformation;
import org.eclipse.packager.rpm.coding.PayloadCoding;
import org.eclipse.packager.rpm.deps.Dependencies;
import org.eclipse.packager.rpm.deps.Dependency;
import org.eclipse.packager.rpm.deps.RpmDependencyFlags;
import org.eclipse.packager.rpm.header.Header;

/**
 * Writes packages of RPM's format.
 *
 * @param system tree of all files, as they lie below /
 * @param description text of Debian's control file: a summary in the first line, then the description, indented by a blank
 * @param version of PortIO; no hyphen in it
 * @param machine as RPM names it, such as x86_64
 */
record RpmPackage(Tree system, String description, String version, String machine) {

    /** Directories of the package alone; the others belong to the distribution. */
    private static final Set<String> OWN =
            Set.of("usr/lib/portio", "usr/share/doc/portio", "usr/share/zsh/vendor-completions");

    /** What RPM must know to read the package, and the versions of RPM that know it. */
    private static final Map<String, String> FORMAT = Map.of(
            "CompressedFileNames",
            "3.0.4-1",
            "FileDigests",
            "4.6.0-1",
            "PayloadFilesHavePrefix",
            "4.0-1",
            "PayloadIsXz",
            "5.2-1");

    /** Writes the package, packed by xz at the level. */
    void write(Path rpm, int level) throws IOException {
        BuilderOptions options = new BuilderOptions();
        options.setFileDigestAlgorithm(DigestAlgorithm.SHA256);
        options.setPayloadCoding(PayloadCoding.XZ);
        options.setPayloadFlags(Integer.toString(level));
        try (RpmBuilder builder = new RpmBuilder("portio", new RpmVersion(version, "1"), machine, rpm, options)) {
            builder.setInformation(information());
            builder.setHeaderCustomizer(this::complete);
            builder.addRecommends("gtk3", "");
            builder.addRecommends("dejavu-sans-fonts", "");
            builder.addSuggests("nftables", "");
            builder.addSuggests("polkit", "");
            for (Tree.Entry entry : system.entries()) {
                add(entry, builder.newContext());
            }
            builder.build();
        }
    }

    /**
     * Sets the time, and all requirements: the library names the one on xz such that no RPM meets it, without {@code rpmlib()}.
     */
    private void complete(Header<RpmTag> header) {
        header.putInt(RpmTag.BUILDTIME, (int) system.time().getEpochSecond());
        List<Dependency> needed = new ArrayList<>(List.of(new Dependency("libc.so.6(GLIBC_2.34)(64bit)", "")));
        FORMAT.forEach((name, since) -> needed.add(new Dependency(
                "rpmlib(" + name + ")",
                since,
                RpmDependencyFlags.LESS,
                RpmDependencyFlags.EQUAL,
                RpmDependencyFlags.RPMLIB)));
        Dependencies.putRequirements(header, needed);
    }

    private PackageInformation information() {
        String[] summaryAndText = description.split("\n", 2);
        PackageInformation information = new PackageInformation();
        information.setSummary(summaryAndText[0].strip());
        information.setDescription(
                summaryAndText[1].replaceAll("(?m)^ \\.?", "").strip());
        information.setLicense("EPL-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0");
        information.setVendor("The PortIO developers");
        information.setGroup("Applications/Internet");
        return information;
    }

    private static void add(Tree.Entry entry, BuilderContext context) throws IOException {
        String name = "/" + entry.name();
        if (entry.link() != null) {
            context.addSymbolicLink(name, entry.link(), (to, from, type) -> information(entry, 0777));
        } else if (!entry.directory()) {
            context.addFile(name, entry.file(), (to, from, type) -> information(entry, entry.mode()));
        } else if (OWN.stream().anyMatch(own -> (entry.name() + "/").startsWith(own + "/"))) {
            context.addDirectory(name, (to, from, type) -> information(entry, entry.mode()));
        }
    }

    private static FileInformation information(Tree.Entry entry, int mode) {
        FileInformation information = new FileInformation();
        information.setTimestamp(entry.time());
        information.setMode((short) mode);
        if (!entry.directory() && entry.name().startsWith("usr/share/doc/")) {
            information.setFileFlags(EnumSet.of(FileFlags.LICENSE));
        }
        return information;
    }
}
