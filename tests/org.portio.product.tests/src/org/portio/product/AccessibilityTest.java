// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.product.Product.Result;

/** The window as a screen reader meets it, by AT-SPI. */
class AccessibilityTest extends CopiedProduct {

    private static final Path LAUNCHER = Path.of("/usr/libexec/at-spi-bus-launcher");
    private static final String BINDING = "import gi; gi.require_version('Atspi', '2.0')";
    /** Keys of Reserve Port and Start Server. */
    private static final List<String> DIALOGS = List.of("ctrl+r", "ctrl+t");

    /** Asks for the bus of AT-SPI first, which starts it: a window that comes before that bus is not on it. */
    private static final String SESSION = "dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus"
            + " org.a11y.Bus.GetAddress >/dev/null; \"$0\" workbench & pid=$!;"
            + " /usr/bin/python3 accessibility/names.py \"$@\" 2>&1; code=$?; kill $pid; wait $pid; exit $code";

    @Test
    void allThatTakesTheKeyboardHasAName() throws Exception {
        assumeTrue(Files.exists(LAUNCHER), "needs at-spi2-core");
        assumeTrue(
                Product.isInstalled("dbus-run-session")
                        && Product.isInstalled("dbus-send")
                        && Product.isInstalled("xdotool"),
                "needs dbus and xdotool");
        assumeTrue(
                Product.run(Map.of(), List.of("/usr/bin/python3", "-c", BINDING))
                                .exitCode()
                        == 0,
                "needs python3-gi and gir1.2-atspi-2.0");

        Result result = onDisplay(command());

        assertEquals(0, result.exitCode(), result.out());
    }

    private String[] command() {
        List<String> command = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", SESSION, portio()));
        command.addAll(DIALOGS);
        return command.toArray(String[]::new);
    }

    @Override
    Map<String, String> environment() {
        return Map.of("PORTIO_HOME", product.resolveSibling("home").toString(), "GTK_MODULES", "gail:atk-bridge");
    }
}
