// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;

/** The contents on the left, a page on the right, and the way back from one to another. */
final class HelpPane {

    private static final int[] WEIGHTS = {3, 7};
    private static final String ABROAD = "^[a-z][a-z0-9+.-]*:.*";

    private final Library library;
    private final Consumer<String> abroad;
    private final ContentsTree contents;
    private final PageText text;
    private final Deque<Place> before = new ArrayDeque<>();
    private final Deque<Place> after = new ArrayDeque<>();
    private Runnable onMove = () -> {
        // Nobody asked yet.
    };
    private Place place;

    /** Creates one that hands on links which lead out of the documentation. */
    HelpPane(Composite parent, Library library, Consumer<String> abroad) {
        this.library = library;
        this.abroad = abroad;
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        contents = new ContentsTree(sash, library, this::open, this::found);
        text = new PageText(sash, Messages.HelpPane_page, this::follow);
        text.control().addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
        sash.setWeights(WEIGHTS);
    }

    /** Runs an action after each change of the page. */
    void onMove(Runnable action) {
        onMove = action;
    }

    StyledText page() {
        return text.control();
    }

    /** Returns what is shown; null for nothing yet. */
    Place place() {
        return place;
    }

    /** Shows a section, and remembers the one that was shown. */
    void open(Place next) {
        if (place != null && !place.equals(next)) {
            before.push(place);
            after.clear();
        }
        show(next);
    }

    /** Shows the section that is the help on the first of these that has one; the contents if none has. */
    void openOn(List<String> topics) {
        open(topics.stream()
                .flatMap(topic -> library.on(topic).stream())
                .map(Section::place)
                .findFirst()
                .orElseGet(() -> new Place(Library.CONTENTS, "")));
    }

    void focusSearch() {
        contents.focusSearch();
    }

    /** Looks for words in all pages, and shows the first section that has them. */
    void find(String words) {
        contents.find(words);
    }

    boolean hasBefore() {
        return !before.isEmpty();
    }

    boolean hasAfter() {
        return !after.isEmpty();
    }

    void back() {
        if (hasBefore()) {
            after.push(place);
            show(before.pop());
        }
    }

    void forward() {
        if (hasAfter()) {
            before.push(place);
            show(after.pop());
        }
    }

    private void found(Section section, String words) {
        open(section.place());
        text.select(section.anchor(), words);
    }

    private void show(Place next) {
        boolean samePage = place != null && place.page().equals(next.page());
        if (!samePage) {
            library.page(next.page()).ifPresent(text::show);
        }
        place = next;
        text.goTo(next.anchor());
        contents.reveal(next);
        onMove.run();
    }

    private void follow(String link) {
        if (link.matches(ABROAD)) {
            abroad.accept(link);
            return;
        }
        Place target = Place.of(place.page(), link);
        if (library.page(target.page()).isPresent()) {
            open(target);
        }
    }

    private void pressed(KeyEvent event) {
        boolean alt = (event.stateMask & SWT.MODIFIER_MASK) == SWT.ALT;
        if (event.keyCode == SWT.BS || alt && event.keyCode == SWT.ARROW_LEFT) {
            back();
        } else if (alt && event.keyCode == SWT.ARROW_RIGHT) {
            forward();
        }
    }
}
