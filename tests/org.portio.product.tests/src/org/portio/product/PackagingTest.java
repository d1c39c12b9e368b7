// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.product.Product.Result;

/** Tests what the archives contain in addition to the bundles. */
class PackagingTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux.gtk.x86_64", "linux.gtk.aarch64", "macosx.cocoa.aarch64"})
    void archivesHoldAnExecutableStartScriptAndLicenses(String system) throws Exception {
        Path archive = Product.products().resolve("portio-0.1.0-" + system + ".tar.gz");

        String listing = Product.run(Map.of(), List.of("tar", "-tvzf", archive.toString()))
                .out();

        assertTrue(
                listing.lines().anyMatch(line -> line.startsWith("-rwxr-xr-x") && line.endsWith("/portio")), listing);
        for (String name : List.of("LICENSE.txt", "NOTICE.md", "lib/portio-cli.jar", "share/man/man1/portio.1")) {
            assertTrue(listing.lines().anyMatch(line -> line.endsWith("/" + name)), name + " is missing");
        }
        String fragment = "/plugins/org.eclipse.swt." + swtName(system) + "_";
        assertTrue(listing.contains(fragment), fragment + " is missing");
    }

    @Test
    void windowsArchiveHoldsBothPrograms() throws Exception {
        try (ZipFile zip = new ZipFile(Product.products()
                .resolve("portio-0.1.0-win32.win32.x86_64.zip")
                .toFile())) {
            for (String name : List.of("portio.exe", "portio-cli.exe", "lib/portio-cli.jar", "LICENSE.txt")) {
                assertTrue(zip.stream().anyMatch(entry -> entry.getName().endsWith("/" + name)), name + " is missing");
            }
        }
    }

    @Test
    void completionIsAScriptThatBashAccepts() throws Exception {
        Path script = Product.home().resolve("share/bash-completion/completions/portio");

        assertEquals(
                0,
                Product.run(Map.of(), List.of("bash", "-n", script.toString())).exitCode());
        assertTrue(Files.readString(script).contains("check-port"));
    }

    @ParameterizedTest
    @CsvSource({"zsh, zsh/site-functions/_portio", "fish, fish/vendor_completions.d/portio.fish"})
    void completionsOfOtherShellsOfferCommandsAndOptions(String shell, String file) throws Exception {
        Path script = Product.home().resolve("share").resolve(file);

        String text = Files.readString(script);

        for (String offered : List.of("check-port", "direction", "inbound outbound both")) {
            assertTrue(text.contains(offered), offered + " is missing");
        }
        assumeTrue(Product.isInstalled(shell), shell + " is not installed to read its completion");
        assertEquals(new Result(0, "", ""), Product.run(Map.of(), List.of(shell, "-n", script.toString())), text);
    }

    @Test
    void desktopEntryAndAppStreamMetadataNameEachOther() throws Exception {
        Path share = Product.home().resolve("share");
        Path metadata = share.resolve("metainfo/org.portio.portio.metainfo.xml");

        String text = Files.readString(metadata);

        assertTrue(text.contains("<launchable type=\"desktop-id\">portio.desktop</launchable>"), text);
        assertTrue(Files.exists(share.resolve("applications/portio.desktop")));
        assumeTrue(Product.isInstalled("appstreamcli"), "appstreamcli is not installed to look at the metadata");
        Result checked = Product.run(Map.of(), List.of("appstreamcli", "validate", "--no-net", metadata.toString()));
        assertEquals(0, checked.exitCode(), checked.toString());
    }

    @Test
    void manPageTellsCommandsAndExitCodes() throws Exception {
        String page = Files.readString(Product.home().resolve("share/man/man1/portio.1"));

        assertTrue(page.contains("check\\-port"), page);
        assertTrue(page.contains(".TH \"PORTIO\""), page);
    }

    private static String swtName(String system) {
        return system.startsWith("mac") ? "cocoa.macosx.aarch64" : system.replace("linux.gtk", "gtk.linux");
    }
}
