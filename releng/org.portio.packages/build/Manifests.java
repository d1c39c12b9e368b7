// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes what package managers need to know of a release: where each archive is, and what its checksum is.
 *
 * @param version of the release
 * @param url directory that the archives will be at, without a slash at its end
 * @param sums SHA-256 of each archive, in hexadecimal, by its file name
 */
record Manifests(String version, String url, Map<String, String> sums) {

    private static final String DESCRIPTION = "Port and connection manager with a workbench and a command line";

    void write(Path folder) throws IOException {
        put(folder.resolve("homebrew/portio.rb"), homebrew());
        put(folder.resolve("scoop/portio.json"), scoop());
        put(folder.resolve("winget/PortIO.PortIO.yaml"), winget("version", "DefaultLocale: en-US\n"));
        put(folder.resolve("winget/PortIO.PortIO.installer.yaml"), winget("installer", wingetInstaller()));
        put(folder.resolve("winget/PortIO.PortIO.locale.en-US.yaml"), winget("defaultLocale", wingetLocale()));
        put(folder.resolve("sdkman/release.json"), sdkman());
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String macos() {
        return "portio-" + version + "-macosx.cocoa.aarch64.tar.gz";
    }

    private String windows() {
        return "portio-" + version + "-win32.win32.x86_64.zip";
    }

    private String linux() {
        return "portio-" + version + "-linux-x86_64.tar.xz";
    }

    private String sum(String archive) {
        String sum = sums.get(archive);
        if (sum == null) {
            throw new IllegalStateException(archive + " was not built; run the build as docs/packages.md says");
        }
        return sum;
    }

    private String homebrew() {
        return """
                class Portio < Formula
                  desc "%s"
                  homepage "%s"
                  version "%s"
                  license "EPL-2.0"

                  on_macos do
                    depends_on arch: :arm64
                    depends_on "openjdk"
                    url "%s"
                    sha256 "%s"
                  end

                  on_linux do
                    depends_on arch: :x86_64
                    url "%s"
                    sha256 "%s"
                  end

                  def install
                    if OS.mac?
                      prefix.install "PortIO.app"
                      (bin/"portio").write_env_script prefix/"PortIO.app/Contents/MacOS/portio", JAVA_HOME: Formula["openjdk"].opt_libexec/"openjdk.jdk/Contents/Home"
                    else
                      libexec.install Dir["*"]
                      bin.install_symlink libexec/"portio"
                    end
                  end

                  test do
                    assert_match "PortIO", shell_output("#{bin}/portio --version")
                  end
                end
                """.formatted(DESCRIPTION, url, version, at(macos()), sum(macos()), at(linux()), sum(linux()));
    }

    private String scoop() {
        return """
                {
                    "version": "%s",
                    "description": "%s",
                    "homepage": "%s",
                    "license": "EPL-2.0",
                    "suggest": { "JDK": ["java/temurin-lts-jdk", "java/openjdk"] },
                    "architecture": {
                        "64bit": {
                            "url": "%s",
                            "hash": "%s"
                        }
                    },
                    "extract_dir": "portio",
                    "bin": [["portio-cli.exe", "portio"]],
                    "shortcuts": [["portio.exe", "PortIO"]]
                }
                """.formatted(version, DESCRIPTION, url, at(windows()), sum(windows()));
    }

    private String winget(String type, String content) {
        return """
                # yaml-language-server: $schema=https://aka.ms/winget-manifest.%s.1.6.0.schema.json
                PackageIdentifier: PortIO.PortIO
                PackageVersion: %s
                %sManifestType: %s
                ManifestVersion: 1.6.0
                """.formatted(type, version, content, type);
    }

    private String wingetInstaller() {
        return """
                InstallerType: zip
                NestedInstallerType: portable
                NestedInstallerFiles:
                - RelativeFilePath: portio\\portio-cli.exe
                  PortableCommandAlias: portio
                ArchiveBinariesDependOnPath: true
                Dependencies:
                  PackageDependencies:
                  - PackageIdentifier: EclipseAdoptium.Temurin.25.JRE
                Installers:
                - Architecture: x64
                  InstallerUrl: %s
                  InstallerSha256: %s
                """.formatted(at(windows()), sum(windows()).toUpperCase(java.util.Locale.ROOT));
    }

    private String wingetLocale() {
        return """
                PackageLocale: en-US
                Publisher: The PortIO developers
                PackageName: PortIO
                License: EPL-2.0
                ShortDescription: %s
                """.formatted(DESCRIPTION);
    }

    private String sdkman() {
        return """
                {
                    "candidate": "portio",
                    "version": "%s",
                    "platform": "LINUX_64",
                    "url": "%s",
                    "checksums": { "SHA-256": "%s" }
                }
                """.formatted(version, at(linux()), sum(linux()));
    }

    private String at(String archive) {
        return url + "/" + archive;
    }
}
