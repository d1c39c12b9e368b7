// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.extension.repository.Category;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Obstacle;
import org.portio.extension.ui.internal.Messages;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/** Asks for a repository, and which of its features are to be installed. */
final class OfferPage extends SoftwarePage {

    private static final int COLUMNS = 4;
    private static final int TREE_HEIGHT = 260;
    private static final int DETAILS_HEIGHT = 90;

    private final Session session;
    private final KnownRepositories known = new KnownRepositories();
    private Combo address;
    private OfferTree tree;
    private Text details;
    private List<Feature> chosen = List.of();

    OfferPage(Session session) {
        super("offers", Messages.OfferPage_title);
        this.session = session;
        setDescription(Messages.OfferPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(area);
        addAddress(area);
        tree = new OfferTree(area, this::checked, this::selected);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(COLUMNS, 1)
                .hint(SWT.DEFAULT, TREE_HEIGHT)
                .applyTo(tree.control());
        details = new Text(area, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Labels.name(details, Messages.OfferPage_details);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(COLUMNS, 1)
                .hint(SWT.DEFAULT, DETAILS_HEIGHT)
                .applyTo(details);
        setControl(area);
        address.setFocus();
    }

    private void addAddress(Composite area) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.OfferPage_address);
        address = new Combo(area, SWT.DROP_DOWN);
        address.setItems(known.all().toArray(String[]::new));
        Labels.connect(label, address);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(address);
        // Not as soon as one of the list is selected: going through them with the arrow keys would fetch each.
        address.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(_ -> load()));
        address.addTraverseListener(event -> event.doit &= event.detail != SWT.TRAVERSE_RETURN);
        button(area, Messages.OfferPage_open, this::load);
        Button browse = button(area, Messages.OfferPage_browse, this::browse);
        browse.setToolTipText(Messages.OfferPage_browseTip);
        GridDataFactory.swtDefaults().applyTo(new Label(area, SWT.NONE));
        Label hint = new Label(area, SWT.NONE);
        hint.setText(Messages.OfferPage_hint);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(hint);
        button(area, Messages.OfferPage_archive, this::browseArchive);
    }

    private static Button button(Composite area, String text, Runnable action) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText(Messages.OfferPage_browseTip);
        chosen(dialog.open());
    }

    private void browseArchive() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.OfferPage_archiveTip);
        dialog.setFilterExtensions(new String[] {"*.zip;*.jar"});
        chosen(dialog.open());
    }

    private void chosen(String path) {
        if (path != null) {
            address.setText(path);
            load();
        }
    }

    /** Opens the repository. If that fails, what was shown of the one before goes: nothing of it could be installed. */
    private void load() {
        String text = address.getText().strip();
        tree.show(List.of());
        checked(List.of());
        details.setText("");
        List<Category> found = new ArrayList<>();
        if (!run(progress -> found.addAll(session.open(text, progress)))) {
            return;
        }
        known.add(text);
        address.setItems(known.all().toArray(String[]::new));
        address.setText(text);
        tree.show(found);
        if (found.isEmpty()) {
            setErrorMessage(Messages.OfferPage_empty);
        }
    }

    private void checked(List<Feature> features) {
        chosen = features;
        setErrorMessage(null);
        setPageComplete(!features.isEmpty());
    }

    private void selected(Object row) {
        details.setText(
                switch (row) {
                    case Feature feature ->
                        text(feature.name() + " " + feature.version(), feature.vendor(), feature.description());
                    case Category category -> text(category.description());
                    case null, default -> "";
                });
    }

    private static String text(String... lines) {
        return Labels.lines(Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
    }

    /** Returns the features that are to be installed. */
    List<Feature> chosen() {
        return chosen;
    }

    /** Says why they cannot be installed. Any thread. */
    void show(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            String all = obstacles.stream().map(Obstacle::text).collect(Collectors.joining("\n"));
            UiThread.later(details, () -> {
                setErrorMessage(Labels.lines(obstacles.getFirst().text()));
                details.setText(Labels.lines(all));
            });
        }
    }
}
