// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.CheckStateChangedEvent;
import org.eclipse.jface.viewers.CheckboxTreeViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.portio.extension.repository.Category;
import org.portio.extension.repository.Feature;
import org.portio.extension.ui.internal.Messages;
import org.portio.ui.Labels;

/** The features of a repository with boxes to be checked, below their categories. */
final class OfferTree {

    private final CheckboxTreeViewer viewer;
    private final Consumer<List<Feature>> whenChecked;

    /**
     * Makes the tree.
     *
     * @param whenChecked is given all that is checked, after each change
     * @param whenSelected is given a feature, a category or null
     */
    OfferTree(Composite parent, Consumer<List<Feature>> whenChecked, Consumer<Object> whenSelected) {
        this.whenChecked = whenChecked;
        viewer = new CheckboxTreeViewer(parent, SWT.BORDER | SWT.FULL_SELECTION);
        viewer.getTree().setHeaderVisible(true);
        Labels.name(viewer.getTree(), Messages.OfferTree_name);
        column(Messages.OfferTree_feature, 330, OfferTree::name);
        column(Messages.OfferTree_version, 150, row -> row instanceof Feature feature ? feature.version() : "");
        column(Messages.OfferTree_installed, 150, row -> row instanceof Feature feature ? installed(feature) : "");
        viewer.setContentProvider(new Content());
        viewer.addCheckStateListener(this::changed);
        viewer.addSelectionChangedListener(
                event -> whenSelected.accept(event.getStructuredSelection().getFirstElement()));
    }

    private void column(String title, int width, Function<Object, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> Labels.lines(text.apply(row))));
    }

    private static String name(Object row) {
        return switch (row) {
            case Category category -> category.name().isEmpty() ? Messages.OfferTree_others : category.name();
            case Feature feature -> feature.name();
            default -> "";
        };
    }

    private static String installed(Feature feature) {
        if (feature.isInstalled()) {
            return Messages.OfferTree_isInstalled;
        }
        return feature.installed().isEmpty() ? "" : NLS.bind(Messages.OfferTree_otherInstalled, feature.installed());
    }

    Control control() {
        return viewer.getTree();
    }

    void show(List<Category> categories) {
        viewer.setInput(categories);
        viewer.expandAll();
    }

    /** Checks all features of a category with it. What is installed is not installed again. */
    private void changed(CheckStateChangedEvent event) {
        if (event.getElement() instanceof Category category) {
            category.features().forEach(feature -> viewer.setChecked(feature, event.getChecked()));
        }
        Stream.of(viewer.getCheckedElements())
                .filter(row -> row instanceof Feature feature && feature.isInstalled())
                .forEach(row -> viewer.setChecked(row, false));
        List<Feature> checked = Stream.of(viewer.getCheckedElements())
                .filter(Feature.class::isInstance)
                .map(Feature.class::cast)
                .distinct()
                .toList();
        for (Object row : (List<?>) viewer.getInput()) {
            Category category = (Category) row;
            viewer.setChecked(category, checked.containsAll(category.features()));
        }
        whenChecked.accept(checked);
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object row) {
            return row instanceof Category category ? category.features().toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object row) {
            return null;
        }

        @Override
        public boolean hasChildren(Object row) {
            return row instanceof Category;
        }
    }
}
