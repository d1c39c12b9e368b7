// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.namespace;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.handlers.RadioState;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.ui.internal.namespace.NamespaceScope.Seen;
import org.portio.ui.Labels;

/** The entries for each of the other network namespaces that were seen. */
public final class NamespaceMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private static final String VIEW = "org.portio.core.ui.connections";

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        return seen().stream().map(this::entry).toArray(IContributionItem[]::new);
    }

    private static List<Seen> seen() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        IViewPart view = page == null ? null : page.findView(VIEW);
        SeenNamespaces namespaces = view == null ? null : view.getAdapter(SeenNamespaces.class);
        return namespaces == null ? List.of() : namespaces.seen();
    }

    private IContributionItem entry(Seen seen) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, NamespaceScope.COMMAND, CommandContributionItem.STYLE_RADIO);
        parameter.label = Labels.line(label(seen));
        parameter.parameters = Map.of(RadioState.PARAMETER_ID, NamespaceScope.ONE + seen.name());
        return new CommandContributionItem(parameter);
    }

    /** Returns text such as {@code net:[4026532177] - web (12 sockets)}. */
    static String label(Seen seen) {
        String sockets = seen.sockets() == 1
                ? Messages.NamespaceMenu_oneSocket
                : NLS.bind(Messages.NamespaceMenu_sockets, seen.sockets());
        return seen.containers().isEmpty()
                ? NLS.bind(Messages.NamespaceMenu_namespace, seen.name(), sockets)
                : NLS.bind(
                        Messages.NamespaceMenu_container,
                        new Object[] {seen.name(), String.join(", ", seen.containers()), sockets});
    }
}
