// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The documentation that comes with the program, as one text: it needs no browser and no network. */
public final class HelpView extends ViewPart {

    static final String ID = "org.portio.app.help";

    private static final String TEXT = "/help/help.txt";
    private static final int MARGIN = 12;

    private StyledText text;

    @Override
    public void createPartControl(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setText(read());
    }

    private static String read() {
        try (InputStream stream = HelpView.class.getResourceAsStream(TEXT)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            ILog.of(HelpView.class).error(TEXT, e);
            return e.toString();
        }
    }

    /** Selects the first place with these words. */
    void find(String words) {
        int at = text.getText().toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
        if (at >= 0) {
            text.setSelection(at, at + words.length());
            text.showSelection();
        }
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }
}
