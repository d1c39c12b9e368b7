// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that what the platform gives to each workbench works in this one. */
@ExtendWith(InWorkbench.class)
class WorkbenchTest {

    private final IWorkbench workbench = PlatformUI.getWorkbench();

    @Test
    void opensWithThePerspectivePortsAndItsViews() {
        assertEquals("org.portio.app.ports", Ui.page().getPerspective().getId());
        List<String> views = Arrays.stream(Ui.page().getViewReferences())
                .map(IViewReference::getId)
                .toList();
        assertTrue(
                views.containsAll(List.of(
                        Ui.CONNECTIONS,
                        Ui.NETSTAT,
                        Ui.DIAGNOSE,
                        Ui.FIREWALL,
                        Ui.RESERVATIONS,
                        Ui.SERVERS,
                        IPageLayout.ID_PROP_SHEET)),
                views.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Ui.CONNECTIONS,
                Ui.NETSTAT,
                Ui.DIAGNOSE,
                Ui.FIREWALL,
                Ui.RESERVATIONS,
                Ui.SERVERS,
                "org.portio.record.ui.history",
                "org.portio.feed.ui.feed",
                "org.portio.testrun.ui.runs",
                IPageLayout.ID_PROP_SHEET,
                "org.eclipse.pde.runtime.LogView",
                "org.eclipse.ui.views.ProgressView"
            })
    void showsEachView(String id) throws Exception {
        Ui.page().showView(id);

        IViewReference reference = Ui.page().findViewReference(id);
        assertNotNull(reference.getView(false), "the view's part was not made");
        assertFalse(reference.getPart(false).getClass().getSimpleName().contains("Error"), "an error part is shown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.ui.views.showView",
                "org.eclipse.ui.perspectives.showPerspective",
                "org.eclipse.ui.window.savePerspective",
                "org.eclipse.ui.window.resetPerspective",
                "org.eclipse.ui.window.preferences",
                "org.eclipse.ui.window.quickAccess",
                "org.eclipse.ui.window.showKeyAssist",
                "org.eclipse.ui.help.aboutAction",
                "org.eclipse.ui.file.exit",
                "org.portio.app.theme.toggle"
            })
    void hasAHandlerForEachCommandOfItsMenus(String id) {
        Command command = workbench.getService(ICommandService.class).getCommand(id);

        assertTrue(command.isDefined(), "not defined");
        assertTrue(command.isHandled(), "not handled");
        assertTrue(command.isEnabled(), "not enabled");
    }

    /** A key that two commands want belongs to neither. */
    @ParameterizedTest
    @CsvSource({
        "M1+3, org.eclipse.ui.window.quickAccess",
        "F1, org.eclipse.ui.help.dynamicHelp",
        "M1+F2, org.portio.core.ui.endProcess",
        "M1+M2+D, org.portio.core.ui.diagnosePort"
    })
    void hasKeysForItsCommands(String keys, String command) throws Exception {
        IBindingService bindings = workbench.getService(IBindingService.class);

        assertEquals(
                command,
                bindings.getPerfectMatch(KeySequence.getInstance(keys))
                        .getParameterizedCommand()
                        .getId());
    }

    /** Commands of editors and wizards. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "M1+N",
                "M1+W",
                "M1+S",
                "M1+P",
                "M1+M2+W",
                "M1+E",
                "M1+F6",
                "F12",
                "F2",
                "CTRL+SPACE",
                "CTRL+M2+SPACE"
            })
    void hasNoKeysForCommandsThatCanDoNothing(String keys) throws Exception {
        IBindingService bindings = workbench.getService(IBindingService.class);

        assertNull(bindings.getPerfectMatch(KeySequence.getInstance(keys)));
    }

    @Test
    void opensEachPreferencePage() {
        PreferenceManager manager = workbench.getPreferenceManager();
        List<String> ids = manager.getElements(PreferenceManager.PRE_ORDER).stream()
                .map(IPreferenceNode::getId)
                .toList();
        assertTrue(
                ids.containsAll(Stream.of("Views", "ColorsAndFonts", "Keys", "Perspectives")
                        .map(name -> "org.eclipse.ui.preferencePages." + name)
                        .toList()),
                ids.toString());
        assertTrue(
                ids.containsAll(List.of(
                        "org.portio.ui.preferences",
                        "org.portio.firewall.ui.preferences",
                        "org.portio.record.ui.preferences")),
                ids.toString());
        for (String id : ids) {
            PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(null, id, null, null);
            dialog.setBlockOnOpen(false);
            dialog.open();
            assertNotNull(dialog.getSelectedPage(), id);
            assertNotNull(((IPreferencePage) dialog.getSelectedPage()).getControl(), id);
            dialog.close();
        }
    }

    @Test
    @SuppressWarnings("restriction") // the platform's theme engine has no public API
    void changesBetweenLightAndDark() throws Exception {
        IThemeEngine engine = Ui.page().getWorkbenchWindow().getService(IThemeEngine.class);
        String before = engine.getActiveTheme().getId();
        IHandlerService handlers = workbench.getService(IHandlerService.class);

        handlers.executeCommand("org.portio.app.theme.toggle", null);
        assertFalse(engine.getActiveTheme().getId().equals(before));

        handlers.executeCommand("org.portio.app.theme.toggle", null);
        assertEquals(before, engine.getActiveTheme().getId());
    }

    @Test
    void resetsThePerspectiveToItsTwoViews() {
        Ui.page().hideView(Ui.page().findViewReference(Ui.NETSTAT));
        Ui.page().resetPerspective();

        assertNotNull(Ui.page().findViewReference(Ui.NETSTAT));
    }
}
