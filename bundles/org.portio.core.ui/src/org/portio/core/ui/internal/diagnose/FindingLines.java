// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.portio.core.diagnosis.Finding;
import org.portio.ui.Labels;

/** A finding in two columns: its icon, followed by what it is, where it was seen and what to do. */
record FindingLines(Composite parent, RemedyLinks links) {

    void add(Finding finding) {
        DiagnosisPane.addIcon(parent, WeightIcons.of(finding.weight()));
        Composite texts = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(texts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(texts);
        DiagnosisPane.addText(texts, DiagnosisText.what(finding));
        String evidence = DiagnosisText.evidence(finding);
        if (!evidence.isEmpty()) {
            DiagnosisPane.addText(texts, evidence);
        }
        if (!finding.remedy().isEmpty()) {
            addRemedy(texts, finding.remedy());
        }
    }

    private void addRemedy(Composite texts, String remedy) {
        Composite line = new Composite(texts, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).center(true).spacing(10).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(line);
        Label text = new Label(line, SWT.NONE);
        text.setText(Labels.line(remedy));
        text.setFont(JFaceResources.getTextFont());
        addLink(line, Messages.FindingLines_copy, () -> links.copy(remedy));
        links.action(remedy).ifPresent(action -> addLink(line, action.label(), () -> links.run(action)));
    }

    private static void addLink(Composite parent, String text, Runnable action) {
        Link link = new Link(parent, SWT.NONE);
        link.setText("<a>" + Labels.line(text) + "</a>");
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
    }
}
