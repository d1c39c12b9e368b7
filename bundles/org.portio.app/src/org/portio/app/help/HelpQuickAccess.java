// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.quickaccess.IQuickAccessComputerExtension;
import org.eclipse.ui.quickaccess.QuickAccessElement;

/** Finds sections of the help for Quick Access: by their titles, and by what they say. Asked on another thread than the UI's. */
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
        List<Section> found = library.find(words);
        return IntStream.range(0, Math.min(MOST, found.size()))
                .mapToObj(i -> new Found(found.get(i), pageOf(found.get(i)), words, i))
                .toArray(QuickAccessElement[]::new);
    }

    private String pageOf(Section section) {
        return library.page(section.page()).map(Page::title).orElse(section.page());
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
        private final String page;
        private final String words;
        private final int rank;

        Found(Section section, String page, String words, int rank) {
            this.section = section;
            this.page = page;
            this.words = words;
            this.rank = rank;
        }

        /** Returns the title; with the words if they are in the text only, because Quick Access leaves out what does not have them. */
        @Override
        public String getLabel() {
            String title = section.title().equals(page)
                    ? page
                    : NLS.bind(Messages.ContentsTree_sectionOfPage, section.title(), page);
            boolean isTitled = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                    .allMatch(title.toLowerCase(Locale.ROOT)::contains);
            return isTitled ? title : NLS.bind(Messages.HelpQuickAccess_found, title, words);
        }

        /** Keeps the order in which they were found; by their labels, the decisions with their numbers would come first. */
        @Override
        public String getSortLabel() {
            return "%02d".formatted(rank);
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
