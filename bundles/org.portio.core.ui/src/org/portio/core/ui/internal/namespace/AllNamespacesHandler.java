// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.namespace;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.State;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RadioState;
import org.eclipse.ui.menus.UIElement;
import org.portio.ui.Labels;

/** Shows the connections of all network namespaces, or again those of PortIO's own. */
public final class AllNamespacesHandler extends AbstractHandler implements IElementUpdater {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ICommandService commands =
                HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ICommandService.class);
        String next = NamespaceScope.OWN.equals(state(commands).getValue()) ? NamespaceScope.ALL : NamespaceScope.OWN;
        HandlerUtil.updateRadioState(commands.getCommand(NamespaceScope.COMMAND), next);
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared
    public void updateElement(UIElement element, Map parameters) {
        String chosen = String.valueOf(state(PlatformUI.getWorkbench().getService(ICommandService.class))
                .getValue());
        element.setText(
                switch (chosen) {
                    case NamespaceScope.OWN -> Messages.AllNamespacesHandler_own;
                    case NamespaceScope.ALL -> Messages.AllNamespacesHandler_all;
                    default -> Labels.line(chosen.substring(NamespaceScope.ONE.length()));
                });
    }

    private static State state(ICommandService commands) {
        return commands.getCommand(NamespaceScope.COMMAND).getState(RadioState.STATE_ID);
    }
}
