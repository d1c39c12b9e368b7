// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.system.Printable;
import org.portio.ui.Labels;

/** A diagnosis: its headline, its findings, and what was tried. Texts wrap if the view is narrow. */
final class DiagnosisPane {

    private static final int MARGIN = 8;
    private static final int WIDTH_HINT = 200;

    private final ScrolledComposite scrolled;
    private final RemedyLinks links;
    private Composite content;

    DiagnosisPane(Composite parent, RemedyLinks links) {
        this.links = links;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        scrolled.getVerticalBar().setIncrement(20);
        scrolled.addControlListener(ControlListener.controlResizedAdapter(_ -> fit()));
    }

    Control control() {
        return scrolled;
    }

    /** Shows the diagnosis below a line that says what was asked, and when. */
    void show(Diagnosis diagnosis, String title) {
        if (content != null) {
            content.dispose();
        }
        content = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(MARGIN, MARGIN)
                .spacing(6, 6)
                .applyTo(content);
        ((GridData) addText(content, title).getLayoutData()).horizontalSpan = 2;
        addHeadline(Headline.of(diagnosis));
        diagnosis.findings().forEach(finding -> new FindingLines(content, links).add(finding));
        addScopes(diagnosis);
        scrolled.setContent(content);
        scrolled.setOrigin(0, 0);
        fit();
    }

    private void addHeadline(Headline headline) {
        addIcon(content, WeightIcons.of(headline.verdict()));
        Label text = addText(content, headline.text());
        text.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    }

    static void addIcon(Composite parent, Image image) {
        Label icon = new Label(parent, SWT.NONE);
        icon.setImage(image);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
    }

    static Label addText(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(Labels.line(text));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    private void addScopes(Diagnosis diagnosis) {
        Label title = new Label(content, SWT.NONE);
        title.setText(Messages.DiagnosisPane_scopes);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, MARGIN).applyTo(title);
        Table table = new Table(content, SWT.FULL_SELECTION | SWT.H_SCROLL);
        Labels.connect(title, table);
        table.setHeaderVisible(true);
        ScopeRow.titles().forEach(text -> new TableColumn(table, SWT.LEFT).setText(text));
        for (ScopeRow row : ScopeRow.of(diagnosis.scopes())) {
            new TableItem(table, SWT.NONE)
                    .setText(row.cells().stream().map(Printable::of).toArray(String[]::new));
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(table);
    }

    /** Makes the pane as high as its texts are at this width. */
    private void fit() {
        if (content != null && scrolled.getClientArea().width > 0) {
            scrolled.setMinHeight(content.computeSize(scrolled.getClientArea().width, SWT.DEFAULT).y);
        }
    }
}
