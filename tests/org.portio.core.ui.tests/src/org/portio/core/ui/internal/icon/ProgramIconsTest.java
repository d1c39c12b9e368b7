// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramIconsTest {

    private static final RGB BLUE = new RGB(10, 20, 200);

    @TempDir
    private Path data;

    @Test
    void theDesktopsEntryOfAProgramNamesItsIcon() throws IOException {
        entry("editor", "Exec=/usr/bin/ed-it %F", "Icon=accessories-editor");
        Path icon = icon("icons/hicolor/48x48/apps/accessories-editor.png");
        assertEquals(Optional.of(icon), find("", "/usr/bin/ed-it", "ed-it"));
        assertEquals(Optional.empty(), find("", "/usr/bin/other", "other"));
    }

    @Test
    void aProgramIsFoundByTheScriptBesideItThatStartsIt() throws IOException {
        Path folder = Files.createDirectories(data.resolve("opt/browser"));
        Path script = Files.createFile(folder.resolve("browser-stable"));
        entry("browser", "Exec=env LANG=C " + script + " %U", "Icon=browser");
        Path icon = icon("icons/hicolor/scalable/apps/browser.svg");
        assertEquals(
                Optional.of(icon),
                find("", folder.toRealPath().resolve("browser.bin").toString(), "browser.bin"));
    }

    @Test
    void aProgramWithoutAnEntryHasTheIconThatIsCalledAsItIs() throws IOException {
        Path icon = icon("pixmaps/wireshark.png");
        assertEquals(Optional.of(icon), find("", "/usr/bin/wireshark", "wireshark"));
    }

    @Test
    void theUsersThemeComesFirstThenWhatItInheritsFromThenWhatAllHave() throws IOException {
        Path common = icon("icons/hicolor/16x16/apps/mail.png");
        assertEquals(Optional.of(common), find("Fancy", "", "mail"));

        Path inherited = icon("icons/Plain/apps/16/mail.svg");
        Files.writeString(
                Files.createDirectories(data.resolve("icons/Fancy")).resolve("index.theme"),
                "[Icon Theme]\nName=Fancy\nInherits=Plain,hicolor\n");
        assertEquals(Optional.of(inherited), find("Fancy", "", "mail"));

        Path own = icon("icons/Fancy/256x256/apps/mail.png");
        assertEquals(Optional.of(own), find("Fancy", "", "mail"));
    }

    @Test
    void aNameThatIsAPathLeadsNowhere() throws IOException {
        icon("secret.png");
        assertEquals(Optional.empty(), find("../..", "/x/..", "../../secret"));
        assertEquals(Optional.empty(), find("", "", "\0"));
    }

    @ParameterizedTest
    @CsvSource({
        "firefox %u, firefox",
        "\"/opt/My App/run\" %F, /opt/My App/run",
        "env A=1 B=2 /usr/bin/code --new, /usr/bin/code",
        "'', ''",
        "\"unfinished, ''"
    })
    void theProgramOfACommandIsItsFirstWordThatIsNoVariable(String command, String program) {
        assertEquals(program, DesktopEntries.program(command));
    }

    @Test
    void anIconIsMadeAsSmallAsARowWithTheMeanOfItsPixels() {
        ImageData large = new ImageData(64, 64, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 64; y++) {
                large.setPixel(x, y, large.palette.getPixel(BLUE));
                large.setAlpha(x, y, x < 32 ? 255 : 0);
            }
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {large};
        Path file = data.resolve("large.png");
        loader.save(file.toString(), SWT.IMAGE_PNG);

        ImageData small = IconData.sized(IconData.read(file).orElseThrow(), 16);

        assertEquals(16, small.width);
        assertEquals(BLUE, small.palette.getRGB(small.getPixel(3, 3)));
        assertEquals(255, small.getAlpha(3, 3));
        assertEquals(0, small.getAlpha(12, 3));
    }

    @Test
    void whatIsNoImageIsNoIcon() throws IOException {
        Path file = Files.writeString(data.resolve("broken.png"), "not an image");
        assertEquals(Optional.empty(), IconData.read(file));
        assertEquals(Optional.empty(), IconData.read(data.resolve("none.png")));
    }

    private Optional<Path> find(String theme, String executable, String name) {
        return new ProgramIcons(List.of(data.resolve("none"), data), theme).of(executable, name);
    }

    private void entry(String name, String... lines) throws IOException {
        Files.writeString(
                Files.createDirectories(data.resolve("applications/more")).resolve(name + ".desktop"),
                "[Desktop Entry]\n" + String.join("\n", lines) + "\n[Desktop Action x]\nExec=other\nIcon=other\n");
    }

    private Path icon(String path) throws IOException {
        Path file = data.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
