// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.quickaccess.IQuickAccessComputerExtension;
import org.eclipse.ui.quickaccess.QuickAccessElement;

/** Has Quick Access find sections of the help: by their titles, and by what they say. Asked on another thread than the UI's. */
public final class HelpQuickAccess implements IQuickAccessComputerExtension {

    private static final int SHORTEST = 3;
    private static final int MOST = 12;

    private Library library;

    @Override
    public QuickAccessElement[] computeElements() {
        return new QuickAccessElement[0];
    }

    @Override
    public synchronized QuickAccessElement[] computeElements(String query, IProgressMonitor monitor) {
        String words = query.strip();
        if (words.length() < SHORTEST) {
            return computeElements();
        }
        if (library == null) {
            library = new Library(HelpFiles::read);
        }
        return library.find(words).stream()
                .limit(MOST)
                .map(section -> new Found(section, words))
                .toArray(QuickAccessElement[]::new);
    }

    @Override
    public synchronized void resetState() {
        library = null;
    }

    @Override
    public boolean needsRefresh() {
        return false;
    }

    /** One section. */
    private static final class Found extends QuickAccessElement {

        private final Section section;
        private final String words;

        Found(Section section, String words) {
            this.section = section;
            this.words = words;
        }

        /** Returns the title; with the words if they are in the text only, because Quick Access leaves out what does not have them. */
        @Override
        public String getLabel() {
            String title = section.title();
            boolean isTitled = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                    .allMatch(title.toLowerCase(Locale.ROOT)::contains);
            return isTitled ? title : NLS.bind(Messages.HelpQuickAccess_found, title, words);
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return null;
        }

        @Override
        public String getId() {
            return String.join("#", List.of(section.page(), section.anchor()));
        }

        @Override
        public void execute() {
            HelpUi.show(section.place());
        }
    }
}
