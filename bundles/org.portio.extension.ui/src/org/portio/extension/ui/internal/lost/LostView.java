// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.lost;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.portio.core.system.Subscription;
import org.portio.extension.Extension;
import org.portio.extension.Extension.State;
import org.portio.extension.ui.internal.ExtensionList;
import org.portio.extension.ui.internal.Messages;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;
import org.portio.ui.list.ListState;

/** Stands in the place of a view whose extension is not used, and says why, for as long as that is so. */
public final class LostView {

    /** The beginning of the names of PortIO's own bundles. */
    private static final String OWN = "org.portio.";

    private static final String EXTENSIONS = "org.portio.extension.ui.extensions";

    private final MPart part;
    private final ExtensionList list;
    private Label text;
    private Link link;
    private Subscription changes;

    @Inject
    public LostView(MPart part) {
        this.part = part;
        this.list = ExtensionList.of(PlatformUI.getWorkbench());
    }

    @PostConstruct
    void create(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        text = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        link = new Link(area, SWT.NONE);
        link.setText("<a>" + Messages.LostView_open + "</a>");
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> openExtensions()));
        changes = list.onChange(state -> UiThread.later(text, () -> show(state)));
        list.look(this, true);
        show(list.state());
    }

    @Focus
    void setFocus() {
        link.setFocus();
    }

    @PreDestroy
    void end() {
        list.look(this, false);
        if (changes != null) {
            changes.close();
        }
    }

    private void show(ListState<Extension> state) {
        if (state.known()) {
            String now = Labels.shown(reason(state.rows()));
            if (!now.equals(text.getText())) {
                text.setText(now);
                text.requestLayout();
            }
        }
    }

    private String reason(List<Extension> all) {
        String id = LostModel.extension(part);
        List<Extension> same =
                all.stream().filter(extension -> extension.id().equals(id)).toList();
        if (same.isEmpty()) {
            return NLS.bind(
                    id.startsWith(OWN) ? Messages.LostView_own : Messages.LostView_removed, part.getLabel(), id);
        }
        // Of several files with the extension, the one that is used says most.
        Extension extension =
                same.stream().filter(one -> one.problem() == null).findFirst().orElse(same.getFirst());
        if (extension.problem() == null) {
            String message =
                    extension.state() == State.FAILED ? Messages.LostView_failed : Messages.LostView_afterRestart;
            String last = extension.faults().isEmpty()
                    ? ""
                    : extension.faults().getLast().text();
            return NLS.bind(message, new Object[] {part.getLabel(), extension.name(), last});
        }
        return NLS.bind(Messages.LostView_notUsed, new Object[] {
            part.getLabel(), extension.name(), extension.problem().text()
        });
    }

    private static void openExtensions() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        try {
            if (page != null) {
                page.showView(EXTENSIONS);
            }
        } catch (PartInitException e) {
            ILog.of(LostView.class).warn(e.getMessage(), e);
        }
    }
}
