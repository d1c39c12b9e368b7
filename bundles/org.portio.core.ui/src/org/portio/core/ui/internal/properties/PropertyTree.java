// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TreeColumn;
import org.portio.core.system.Printable;
import org.portio.ui.Labels;
import org.portio.ui.TextClipboard;

/**
 * Categories with their lines. What is unfolded, selected or scrolled to stays so while values change, and also when
 * those of another connection come: who looks at round trips goes on to see round trips.
 */
final class PropertyTree {

    /**
     * The most categories that are shown unfolded; a socket of many processes has more, and each line is a row to make.
     */
    private static final int UNFOLDED = 6;

    private static final int NAME_WEIGHT = 1;
    private static final int VALUE_WEIGHT = 3;
    private static final int NAME_WIDTH = 190;
    private static final int VALUE_WIDTH = 150;
    private static final int CELL_MARGINS = 10;

    private final Composite control;
    private final TreeViewer viewer;
    private final Map<String, Boolean> unfoldedByUser = new HashMap<>();
    private List<PropertyCategory> shown = List.of();

    PropertyTree(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        viewer = new TreeViewer(control, SWT.MULTI | SWT.FULL_SELECTION);
        viewer.getTree().setHeaderVisible(true);
        viewer.setUseHashlookup(true);
        viewer.setComparer(PropertyRow.SAME);
        viewer.setContentProvider(new Content());
        ColumnViewerToolTipSupport.enableFor(viewer);
        TreeColumnLayout layout = new TreeColumnLayout();
        control.setLayout(layout);
        layout.setColumnData(
                column(Messages.PropertyTree_property, PropertyRow::name),
                new ColumnWeightData(NAME_WEIGHT, NAME_WIDTH, true));
        layout.setColumnData(
                column(Messages.PropertyTree_value, PropertyRow::value),
                new ColumnWeightData(VALUE_WEIGHT, VALUE_WIDTH, true));
        viewer.addTreeListener(new Folding());
        viewer.setInput(this);
    }

    private TreeColumn column(String title, Function<PropertyRow, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.setLabelProvider(new ColumnLabelProvider() {

            @Override
            public String getText(Object element) {
                return Printable.of(text.apply((PropertyRow) element));
            }

            @Override
            public String getToolTipText(Object element) {
                // Null is for no tool tip.
                return isCut(getText(element), column.getColumn())
                        ? Labels.shown(ToolTipText.of(getText(element)))
                        : null;
            }
        });
        return column.getColumn();
    }

    private static boolean isCut(String text, TreeColumn column) {
        GC gc = new GC(column.getParent());
        int width = gc.textExtent(text).x;
        gc.dispose();
        return width > column.getWidth() - CELL_MARGINS;
    }

    Composite control() {
        return control;
    }

    TreeViewer viewer() {
        return viewer;
    }

    void show(List<PropertyCategory> categories) {
        if (categories.equals(shown)) {
            return;
        }
        Set<String> before = new HashSet<>();
        shown.forEach(category -> before.add(category.id()));
        shown = categories;
        viewer.refresh();
        for (int i = 0; i < categories.size(); i++) {
            PropertyCategory category = categories.get(i);
            if (!before.contains(category.id()) && unfoldedByUser.getOrDefault(category.id(), i < UNFOLDED)) {
                viewer.setExpandedState(PropertyRow.of(category), true);
            }
        }
    }

    /** Puts the selected rows on the clipboard as text. */
    void copy() {
        @SuppressWarnings("unchecked") // the content provider has no other elements
        List<PropertyRow> rows = viewer.getStructuredSelection().toList();
        if (rows.isEmpty()) {
            return;
        }
        TextClipboard.set(PropertyRow.copy(rows));
    }

    private final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return PropertyRow.of(shown);
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((PropertyRow) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            PropertyRow row = (PropertyRow) element;
            return row.isCategory() ? null : PropertyRow.of(row.category());
        }

        @Override
        public boolean hasChildren(Object element) {
            return ((PropertyRow) element).isCategory();
        }
    }

    /** Remembers what the user folded: a category may go and come again with the connection that is selected. */
    private final class Folding implements ITreeViewerListener {

        @Override
        public void treeCollapsed(TreeExpansionEvent event) {
            remember(event, false);
        }

        @Override
        public void treeExpanded(TreeExpansionEvent event) {
            remember(event, true);
        }

        private void remember(TreeExpansionEvent event, boolean unfolded) {
            unfoldedByUser.put(((PropertyRow) event.getElement()).category().id(), unfolded);
        }
    }
}
