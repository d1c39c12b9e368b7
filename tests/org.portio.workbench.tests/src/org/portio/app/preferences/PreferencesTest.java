// SPDX-License-Identifier: EPL-2.0
package org.portio.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.portio.app.InWorkbench;
import org.portio.app.Ui;
import org.portio.ui.Confirmation;
import org.portio.ui.PortioPreferences;

/** Preferences in files, the order of their pages, and questions that are switched off. */
@ExtendWith(InWorkbench.class)
class PreferencesTest {

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(PortioPreferences.NODE);

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        node.remove(PortioPreferences.REFRESH_INTERVAL);
        node.remove(Confirmation.RELEASE.key());
    }

    private static IWorkbenchWindow window() {
        return Ui.page().getWorkbenchWindow();
    }

    @Test
    void theyComeBackFromTheirFile() throws Exception {
        Path file = folder.resolve("mine.epf");
        node.putInt(PortioPreferences.REFRESH_INTERVAL, 5000);
        ExportPreferencesHandler.export(window(), file);
        node.putInt(PortioPreferences.REFRESH_INTERVAL, 2000);

        ImportPreferencesHandler.take(window(), file);

        assertEquals(5000, node.getInt(PortioPreferences.REFRESH_INTERVAL, 0));
        assertFalse(Files.readString(file).contains("welcomed"), "what the window remembers is not a preference");
    }

    @Test
    void aFileThatHasNoneIsRefusedInWords() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.epf"), "nothing=here\n");

        CoreException refusal = assertThrows(CoreException.class, () -> PreferenceFile.apply(file));

        assertTrue(refusal.getMessage().startsWith(file + " has no preferences"), refusal.getMessage());
    }

    @Test
    void thePageOfPortioComesBeforeThoseOfThePlatform() {
        PreferenceManager pages = PlatformUI.getWorkbench().getPreferenceManager();
        Object own = pages.find(PortioPreferences.PAGE);
        Object other = pages.find("org.eclipse.ui.preferencePages.Views");

        assertTrue(new PageOrder().compare(own, other) < 0);
    }

    @Test
    void aQuestionThatIsSwitchedOffIsNotAskedAgain() {
        BooleanSupplier done = Ui.inDialog("Release", dialog -> {
            Button toggle = Ui.visible(dialog, Button.class, button -> (button.getStyle() & SWT.CHECK) != 0)
                    .orElseThrow();
            toggle.setSelection(true);
            toggle.notifyListeners(SWT.Selection, new Event());
            Ui.press(dialog, "Release");
        });

        assertTrue(isReleased());
        assertTrue(done.getAsBoolean());
        assertTrue(isReleased(), "it would have asked again");
        assertFalse(node.getBoolean(Confirmation.RELEASE.key(), true));
    }

    @Test
    void aQuestionThatIsCancelledIsAskedAgain() {
        BooleanSupplier done = Ui.inDialog("Release", dialog -> Ui.press(dialog, "Cancel"));

        assertFalse(isReleased());
        assertTrue(done.getAsBoolean());
        assertTrue(node.getBoolean(Confirmation.RELEASE.key(), true));
    }

    private static boolean isReleased() {
        return Confirmation.RELEASE.isGiven(window().getShell(), "Release", "Release TCP 8080?", "Release");
    }
}
