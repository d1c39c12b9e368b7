// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.Collection;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.portio.core.Connection;
import org.portio.ui.Labels;
import org.portio.ui.MessagePane;
import org.portio.ui.UiThread;

/**
 * The page of the view Properties for the view Connections. The platform's own page would sort the lines, offer to edit
 * them, and know nothing of a connection that closes while somebody looks at it.
 */
final class ConnectionPropertiesPage extends Page implements IPropertySheetPage {

    /** The id of the menu, for menu contributions. */
    private static final String MENU = "org.portio.core.ui.properties";

    private final ConnectionInspector inspector;
    private final Runnable refreshSource;
    private final Collection<ConnectionPropertiesPage> open;
    private final Job inspect = Job.createSystem("Inspect connection", (ICoreRunnable) _ -> inspect());
    private MessagePane pane;
    private Label note;
    private PropertyTree tree;
    private String hint = Messages.ConnectionPropertiesPage_selectOne;

    /** Creates one with the pages that are told of snapshots, which it joins while it is open. */
    ConnectionPropertiesPage(
            ConnectionInspector inspector, Runnable refreshSource, Collection<ConnectionPropertiesPage> open) {
        this.inspector = inspector;
        this.refreshSource = refreshSource;
        this.open = open;
    }

    @Override
    public void createControl(Composite parent) {
        pane = new MessagePane(parent);
        Composite body = new Composite(pane.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(body);
        note = new Label(body, SWT.WRAP);
        setNote("");
        tree = new PropertyTree(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        createContextMenu();
        pane.showMessage(hint);
        open.add(this);
    }

    private void createContextMenu() {
        Tree widget = tree.viewer().getTree();
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        widget.setMenu(menu.createContextMenu(widget));
        widget.addDisposeListener(_ -> menu.dispose());
        getSite().registerContextMenu(MENU, menu, tree.viewer());
    }

    @Override
    public void setActionBars(IActionBars bars) {
        handle(bars, ActionFactory.COPY, () -> tree.copy());
        handle(bars, ActionFactory.SELECT_ALL, () -> tree.viewer().getTree().selectAll());
        handle(bars, ActionFactory.REFRESH, refreshSource);
    }

    private static void handle(IActionBars bars, ActionFactory kind, Runnable body) {
        Action action = new Action() {
            @Override
            public void run() {
                body.run();
            }
        };
        // The platform knows the command of an action by itself only if its own menus are used.
        action.setActionDefinitionId(kind.getCommandId());
        bars.setGlobalActionHandler(kind.getId(), action);
    }

    @Override
    public Control getControl() {
        return pane == null ? null : pane.control();
    }

    @Override
    public void setFocus() {
        pane.setFocus(tree.viewer().getTree(), null);
    }

    @Override
    public void dispose() {
        open.remove(this);
        inspect.cancel();
        super.dispose();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        IStructuredSelection rows =
                selection instanceof IStructuredSelection structured ? structured : StructuredSelection.EMPTY;
        int count = rows.size();
        hint = count > 1
                ? NLS.bind(Messages.ConnectionPropertiesPage_several, count)
                : Messages.ConnectionPropertiesPage_selectOne;
        if (count > 1) {
            inspector.forget();
        } else if (count == 1 && rows.getFirstElement() instanceof Connection connection) {
            inspector.follow(connection);
        } else {
            inspector.deselect();
        }
        inspect.schedule();
    }

    /** Takes in a new snapshot, on any thread; asks nothing while the page is hidden. */
    void refresh() {
        UiThread.later(pane.control(), () -> {
            if (inspector.isFollowing() && pane.control().isVisible()) {
                inspect.schedule();
            }
        });
    }

    private void inspect() {
        inspector.inspect().ifPresent(inspection -> UiThread.later(pane.control(), () -> show(inspection)));
    }

    private void show(Inspection inspection) {
        if (inspection.connection() == null) {
            pane.showMessage(hint);
            return;
        }
        tree.show(inspection.categories());
        setNote(
                inspection.closed() == null
                        ? ""
                        : NLS.bind(Messages.ConnectionPropertiesPage_closed, ValueText.timeOfDay(inspection.closed())));
        pane.showBody();
    }

    private void setNote(String text) {
        note.setText(Labels.shown(text));
        note.setVisible(!text.isEmpty());
        GridDataFactory.fillDefaults()
                .indent(4, 2)
                .grab(true, false)
                .exclude(text.isEmpty())
                .applyTo(note);
        note.getParent().layout();
    }
}
