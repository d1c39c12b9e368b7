// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.portio.app.help.Library.Entry;
import org.portio.ui.Labels;

/** The contents as a tree of pages and their sections; while words are looked for, the sections that have them. */
final class ContentsTree {

    private static final int DEEPEST = 3;

    private final Library library;
    private final Consumer<Place> open;
    private final BiConsumer<Section, String> found;
    private final Text words;
    private final Tree tree;
    private final Map<Place, TreeItem> items = new HashMap<>();

    ContentsTree(Composite parent, Library library, Consumer<Place> open, BiConsumer<Section, String> found) {
        this.library = library;
        this.open = open;
        this.found = found;
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        words = new Text(area, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(Messages.ContentsTree_search);
        Labels.name(words, Messages.ContentsTree_search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        tree = new Tree(area, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Labels.name(tree, Messages.ContentsTree_contents);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 0).applyTo(tree);
        listen();
        showContents();
    }

    private void listen() {
        words.addModifyListener(_ -> showFound());
        words.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(_ -> openFirst()));
        words.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.ESC) {
                words.setText("");
            } else if (event.keyCode == SWT.ARROW_DOWN) {
                tree.setFocus();
            }
        }));
        tree.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen((TreeItem) event.item)));
    }

    void focusSearch() {
        words.setFocus();
        words.selectAll();
    }

    /** Puts words into the field, and opens the first section that has them. */
    void find(String text) {
        words.setText(text);
        openFirst();
    }

    /** Selects the line of a section, as far as it has one. */
    void reveal(Place place) {
        TreeItem item = items.getOrDefault(place, items.get(new Place(place.page(), "")));
        if (item != null) {
            tree.setSelection(item);
        }
    }

    private void openFirst() {
        if (tree.getItemCount() > 0 && tree.getItem(0).getData() instanceof Section section) {
            found.accept(section, words.getText());
        }
    }

    private void chosen(TreeItem item) {
        if (item.getData() instanceof Section section) {
            found.accept(section, words.getText());
        } else if (item.getData() instanceof Place place) {
            open.accept(place);
        }
    }

    private void showFound() {
        if (words.getText().isBlank()) {
            showContents();
            return;
        }
        List<Section> all = library.find(words.getText());
        clear();
        for (Section section : all) {
            TreeItem item = new TreeItem(tree, SWT.NONE);
            item.setText(label(section));
            item.setData(section);
            items.put(section.place(), item);
        }
        if (all.isEmpty()) {
            new TreeItem(tree, SWT.NONE).setText(Messages.ContentsTree_nothing);
        }
        tree.setRedraw(true);
    }

    private String label(Section section) {
        String page = library.page(section.page()).map(Page::title).orElse("");
        return page.equals(section.title())
                ? page
                : NLS.bind(Messages.ContentsTree_sectionOfPage, section.title(), page);
    }

    private void showContents() {
        clear();
        TreeItem group = null;
        for (Entry entry : library.contents()) {
            TreeItem item = group == null || entry.place() == null
                    ? new TreeItem(tree, SWT.NONE)
                    : new TreeItem(group, SWT.NONE);
            item.setText(entry.title());
            if (entry.place() == null) {
                group = item;
            } else {
                add(item, entry.place());
            }
        }
        if (tree.getItemCount() > 0) {
            tree.getItem(0).setExpanded(true);
        }
        tree.setRedraw(true);
    }

    private void clear() {
        tree.setRedraw(false);
        tree.removeAll();
        items.clear();
    }

    private void add(TreeItem item, Place place) {
        item.setData(place);
        items.putIfAbsent(place, item);
        if (place.anchor().isEmpty()) {
            library.page(place.page()).ifPresent(page -> addSections(item, page));
        }
    }

    private void addSections(TreeItem top, Page page) {
        Deque<TreeItem> parents = new ArrayDeque<>(List.of(top));
        Deque<Integer> levels = new ArrayDeque<>(List.of(1));
        for (Section section : page.sections()) {
            if (section.level() > 1 && section.level() <= DEEPEST) {
                while (levels.peek() >= section.level()) {
                    levels.pop();
                    parents.pop();
                }
                TreeItem item = new TreeItem(parents.peek(), SWT.NONE);
                item.setText(section.title());
                item.setData(section.place());
                items.put(section.place(), item);
                parents.push(item);
                levels.push(section.level());
            }
        }
    }
}
