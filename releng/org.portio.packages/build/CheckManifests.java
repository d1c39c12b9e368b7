// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fails if a file for a package manager lacks what that wants, or names another checksum than its archive has. */
final class CheckManifests {

    private static final String SUM = "\\p{XDigit}{64}";
    private static final String URL = "https://[^\\s\"]+\\.(zip|tar\\.gz|tar\\.xz)";
    /** An archive's name, and the checksum behind it. */
    private static final Pattern NAMED =
            Pattern.compile("/(portio-[^/\\s\"]+\\.(?:zip|tar\\.gz|tar\\.xz))\"?,?\\s[^/]{0,40}?\\b(" + SUM + ")\\b");

    private CheckManifests() {}

    /** Takes the directory of the packages. */
    public static void main(String... args) throws IOException {
        Path packages = Path.of(args[0]);
        if (!Files.exists(packages.resolve("managers"))) {
            System.out.println("no files for package managers on this kind of machine");
            return;
        }
        String sums = Files.readString(packages.resolve("SHA256SUMS"));
        check(packages, "homebrew/portio.rb", sums, 2,
                "class Portio < Formula", "desc \"[^\"]{10,79}\"", "license \"EPL-2.0\"", "url \"" + URL + "\"", "sha256 \"" + SUM + "\"");
        check(packages, "scoop/portio.json", sums, 1,
                "\"version\": \"[\\d.]+\"", "\"url\": \"" + URL + "\"", "\"hash\": \"" + SUM + "\"", "\"bin\": \\[", "\"extract_dir\"");
        check(packages, "winget/PortIO.PortIO.installer.yaml", sums, 1,
                "(?m)^PackageIdentifier: \\w+\\.\\w+$", "(?m)^  InstallerUrl: " + URL + "$", "(?m)^  InstallerSha256: [0-9A-F]{64}$",
                "(?m)^ManifestType: installer$", "(?m)^ManifestVersion: \\d+\\.\\d+\\.\\d+$");
        check(packages, "winget/PortIO.PortIO.locale.en-US.yaml", sums, 0,
                "(?m)^PackageLocale: en-US$", "(?m)^Publisher: ", "(?m)^License: ", "(?m)^ShortDescription: .{3,256}$", "(?m)^ManifestType: defaultLocale$");
        check(packages, "winget/PortIO.PortIO.yaml", sums, 0, "(?m)^DefaultLocale: en-US$", "(?m)^ManifestType: version$");
        check(packages, "sdkman/release.json", sums, 1,
                "\"candidate\": \"portio\"", "\"platform\": \"LINUX_64\"", "\"url\": \"" + URL + "\"", "\"SHA-256\": \"" + SUM + "\"");
    }

    /** @param archives how many are named, each with its checksum */
    private static void check(Path packages, String name, String sums, int archives, String... wanted) throws IOException {
        String text = Files.readString(packages.resolve("managers").resolve(name));
        List<String> missing = List.of(wanted).stream()
                .filter(pattern -> !Pattern.compile(pattern).matcher(text).find())
                .toList();
        List<MatchResult> named = NAMED.matcher(text).results().toList();
        String wrong = named.stream()
                .filter(found -> !sums.contains(found.group(2).toLowerCase(java.util.Locale.ROOT) + "  " + found.group(1) + "\n"))
                .map(found -> found.group(1))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() || !wrong.isEmpty() || named.size() != archives) {
            throw new IllegalStateException(name + ": missing " + missing + ", wrong checksum of [" + wrong + "], archives with a checksum: "
                    + named.size() + " in the place of " + archives);
        }
        System.out.println(name + ": as it should be");
    }
}
