// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.util.List;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;

/** Suggests in a popup what can be typed in a filter. The popup never takes the focus. */
final class FilterAssist extends ContentProposalAdapter {

    private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:,|".toCharArray();
    private static final int DELAY_MILLIS = 250;
    private static final int SHORTEST = 2;
    private static final int WIDTH = 360;
    private static final int MOST_LINES = 10;
    private static final int LINE_MARGIN = 6;

    private final Text text;
    private final Proposals proposals;
    private boolean isAsked;

    FilterAssist(Text text, FilterContext context) {
        super(text, new TextContentAdapter(), null, null, LETTERS);
        this.text = text;
        proposals = new Proposals(context);
        setContentProposalProvider(this::offers);
        setProposalAcceptanceStyle(PROPOSAL_IGNORE);
        setAutoActivationDelay(DELAY_MILLIS);
        addContentProposalListener(accepted -> accept(((Offer) accepted).proposal()));
    }

    /** A proposal as the popup has it. */
    private record Offer(Proposal proposal) implements IContentProposal {

        @Override
        public String getContent() {
            return proposal.text();
        }

        @Override
        public int getCursorPosition() {
            return proposal.text().length();
        }

        @Override
        public String getLabel() {
            return proposal.label();
        }

        @Override
        public String getDescription() {
            return null;
        }
    }

    /** A word of one letter or none is not suggested for, unless the user asks. */
    private IContentProposal[] offers(String filter, int caret) {
        List<Proposal> found = filter.length() < caret ? List.of() : proposals.at(filter, caret);
        int lines = Math.clamp(found.size(), 1, MOST_LINES);
        setPopupSize(new Point(WIDTH, (lines + 1) * (text.getLineHeight() + LINE_MARGIN)));
        boolean isShort = found.stream().anyMatch(one -> one.goesOn() && caret - one.start() < SHORTEST);
        return isShort && !isAsked
                ? new IContentProposal[0]
                : found.stream().map(Offer::new).toArray(IContentProposal[]::new);
    }

    /** Opens the popup because the user asks for it. */
    void ask() {
        isAsked = true;
        openProposalPopup();
        isAsked = false;
    }

    /** Returns whether the popup is open, which keys are for then. */
    boolean isOpen() {
        return isProposalPopupOpen();
    }

    private void accept(Proposal proposal) {
        String filter = text.getText();
        if (proposal.end() > filter.length()) {
            return;
        }
        text.setText(proposal.in(filter));
        text.setSelection(proposal.caret());
        if (proposal.goesOn() && !proposals.at(text.getText(), proposal.caret()).isEmpty()) {
            text.getDisplay().asyncExec(() -> {
                if (!text.isDisposed()) {
                    ask();
                }
            });
        }
    }
}
