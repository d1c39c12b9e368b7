// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.app.InWorkbench;
import org.portio.app.Ui;

/** The help in the window. */
@ExtendWith(InWorkbench.class)
class HelpTest {

    private final IWorkbench workbench = PlatformUI.getWorkbench();
    private final Library library = HelpFiles.library(workbench);

    @BeforeEach
    void activate() {
        Shell shell = Ui.page().getWorkbenchWindow().getShell();
        shell.forceActive();
        Ui.until("the window is active", () -> shell.getDisplay().getActiveShell() == shell);
    }

    @AfterEach
    void closeHelp() {
        Ui.page().hideView(Ui.page().findView(HelpView.ID));
        Ui.page().hideView(Ui.page().findView(WelcomeView.ID));
    }

    private HelpPane pane() {
        return ((HelpView) Ui.page().findView(HelpView.ID)).pane();
    }

    @Test
    void eachViewAndPreferencePageHasASection() {
        List<String> without = Stream.concat(
                        elements("org.eclipse.ui.views", "view", "category", "org.portio.ui.category"),
                        elements("org.eclipse.ui.preferencePages", "page", "category", "org.portio.ui.preferences"))
                .filter(id -> id.startsWith("org.portio") && library.on(id).isEmpty())
                .toList();

        assertEquals(List.of(), without);
    }

    private static Stream<String> elements(String point, String name, String attribute, String value) {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .filter(element -> element.getName().equals(name) && value.equals(element.getAttribute(attribute)))
                .map((IConfigurationElement element) -> element.getAttribute("id"));
    }

    @Test
    void helpOnWhatHasTheFocusIsTheSectionOfTheViewOrOfTheField() throws Exception {
        Ui.page().showView("org.portio.record.ui.history");
        workbench.getHelpSystem().displayDynamicHelp();
        assertEquals(new Place("workbench.md", "history"), pane().place());

        Ui.page().showView(Ui.CONNECTIONS);
        Text filter =
                Ui.visible(Text.class, text -> text.getToolTipText() != null).orElseThrow();
        filter.forceFocus();
        Ui.until("the filter has the focus", filter::isFocusControl);
        workbench.getHelpSystem().displayDynamicHelp();
        assertEquals(new Place("cli.md", "a-filter-in-words"), pane().place());

        pane().back();
        assertEquals(new Place("workbench.md", "history"), pane().place());
    }

    @Test
    void aDialogHasItsHelpAboveIt() throws Exception {
        AtomicReference<String> shown = new AtomicReference<>("");
        BooleanSupplier done = Ui.inDialog("Reserve Port", dialog -> {
            dialog.forceActive();
            Ui.until("the dialog is active", () -> dialog.getDisplay().getActiveShell() == dialog);
            workbench.getHelpSystem().displayDynamicHelp();
            Shell[] help = dialog.getShells();
            shown.set(Ui.visible(help[0], StyledText.class, _ -> true)
                    .orElseThrow()
                    .getText());
            help[0].close();
            Ui.press(dialog, "Cancel");
        });
        workbench.getService(IHandlerService.class).executeCommand("org.portio.reservation.ui.reservePort", null);

        Ui.until("the dialog is done", done);
        assertTrue(shown.get().contains("Reserve Port"), shown.get());
    }

    @Test
    void showsItsContentsAndFindsWordsInAllPages() {
        workbench.getHelpSystem().displayHelp();
        assertEquals(Library.CONTENTS, pane().place().page());

        workbench.getHelpSystem().search("SO_REUSEADDR");
        assertEquals("SO_REUSEADDR", pane().page().getSelectionText());
    }

    @Test
    void theSheetOfKeysHasThoseThatAreInForce() {
        String keys = KeyTable.of(workbench);

        assertTrue(keys.contains("| Ctrl+F2 | **End Process...**"), keys);
        assertFalse(keys.contains("Activate Editor"), keys);
    }

    @Test
    void quickAccessFindsSectionsByTheirTextToo() {
        QuickAccessElement[] found = new HelpQuickAccess().computeElements("accept queue", new NullProgressMonitor());

        assertTrue(found.length > 0);
        assertTrue(Stream.of(found).allMatch(one -> one.getLabel().toLowerCase().contains("accept queue")));
        found[0].execute();
        assertNotNull(Ui.page().findView(HelpView.ID));
    }

    @Test
    void eachLinkOfTheWelcomeRunsACommandOrOpensAPage() throws Exception {
        Ui.page().showView(WelcomeView.ID);
        Page welcome = Page.read("", HelpFiles.text("/help/welcome.md"));
        ICommandService commands = workbench.getService(ICommandService.class);
        List<String> links = welcome.blocks().stream()
                .flatMap(block -> block.spans().stream())
                .filter(Span::isLink)
                .map(Span::target)
                .toList();

        assertTrue(links.size() >= 7, links.toString());
        for (String link : links) {
            if (link.startsWith("help:")) {
                Place place = Place.of(Library.CONTENTS, link.substring("help:".length()));
                assertTrue(library.page(place.page()).isPresent(), link);
            } else {
                ParameterizedCommand command = commands.deserialize(link.substring("command:".length()));
                assertTrue(command.getCommand().isDefined(), link);
            }
        }
    }

    @Test
    void aLinkOpensItsView() throws Exception {
        Links.open(
                "command:org.eclipse.ui.views.showView(org.eclipse.ui.views.showView.viewId=" + Ui.CONNECTIONS + ")");

        assertEquals(Ui.CONNECTIONS, Ui.page().getActivePart().getSite().getId());
    }
}
