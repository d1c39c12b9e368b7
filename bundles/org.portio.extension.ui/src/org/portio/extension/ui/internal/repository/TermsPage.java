// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.extension.Brought;
import org.portio.extension.Examined;
import org.portio.extension.Extension;
import org.portio.extension.repository.Download;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Plan;
import org.portio.extension.ui.internal.Messages;
import org.portio.ui.Labels;

/** Shows what would be installed, who signed it and its licence; it is installed only if the user agrees. */
final class TermsPage extends SoftwarePage {

    private static final int KILO = 1024;
    private static final int PARTS_HEIGHT = 180;
    private static final int LICENCE_HEIGHT = 140;

    private Text parts;
    private Text licence;
    private Button agreed;

    TermsPage() {
        super("terms", Messages.TermsPage_title);
        setDescription(Messages.TermsPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        parts = text(area, Messages.TermsPage_parts, PARTS_HEIGHT);
        licence = text(area, Messages.TermsPage_licence, LICENCE_HEIGHT);
        Label rights = new Label(area, SWT.WRAP);
        rights.setText(Messages.TermsPage_rights);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(rights);
        agreed = new Button(area, SWT.CHECK);
        agreed.setText(Messages.TermsPage_agree);
        agreed.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(_ -> setPageComplete(agreed.getSelection())));
        setControl(area);
    }

    private static Text text(Composite area, String title, int height) {
        Label label = new Label(area, SWT.NONE);
        label.setText(title);
        Text text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Labels.connect(label, text);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, height)
                .applyTo(text);
        return text;
    }

    /** Shows what was downloaded; an earlier consent was to something else. */
    void show(Plan plan, Download download) {
        Map<String, Plan.Part> known =
                plan.parts().stream().collect(Collectors.toMap(Plan.Part::id, Function.identity()));
        List<String> lines = download.jars().stream()
                .map(Examined::extension)
                .map(extension -> line(extension, known.get(extension.id())))
                .toList();
        parts.setText(Labels.lines(lines.isEmpty() ? Messages.TermsPage_nothing : String.join("\n", lines)));
        String texts = plan.features().stream()
                .map(Feature::licence)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        licence.setText(Labels.lines(texts.isEmpty() ? Messages.TermsPage_noLicence : texts));
        agreed.setSelection(false);
        setPageComplete(false);
    }

    private static String line(Extension extension, Plan.Part part) {
        List<String> facts = new ArrayList<>();
        if (part.bytes() >= 0) {
            facts.add(NLS.bind(Messages.TermsPage_size, (part.bytes() + KILO - 1) / KILO));
        }
        if (!part.replaces().isEmpty()) {
            facts.add(NLS.bind(Messages.TermsPage_replaces, part.replaces()));
        }
        facts.add(NLS.bind(Messages.TermsPage_signed, extension.signedBy()));
        String brings = extension.brings().stream().map(Brought::text).collect(Collectors.joining(", "));
        if (!brings.isEmpty()) {
            facts.add(NLS.bind(Messages.TermsPage_brings, brings));
        }
        return extension.name() + " " + extension.version() + ": " + String.join("; ", facts);
    }
}
