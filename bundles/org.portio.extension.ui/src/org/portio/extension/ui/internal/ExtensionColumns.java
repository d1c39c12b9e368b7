// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.extension.Brought;
import org.portio.extension.Extension;
import org.portio.extension.InstalledFeature;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the table of extensions. */
final class ExtensionColumns {

    private static final String NAME = "extension";

    private ExtensionColumns() {}

    static TableModel<Extension> model() {
        List<Column<Extension>> columns = List.of(
                Column.text(NAME, Messages.ExtensionColumns_name, Extension::name)
                        .wide(170),
                Column.text("version", Messages.ExtensionColumns_version, Extension::version)
                        .wide(75),
                Column.text("vendor", Messages.ExtensionColumns_vendor, Extension::vendor)
                        .wide(110),
                Column.<Extension>words(
                                "state",
                                Messages.ExtensionColumns_state,
                                row -> row.state().label(),
                                Stream.of(Extension.State.values())
                                        .map(Extension.State::label)
                                        .toList())
                        .wide(95),
                Column.text("reason", Messages.ExtensionColumns_reason, ExtensionColumns::reason)
                        .wide(420),
                Column.text("brings", Messages.ExtensionColumns_brings, ExtensionColumns::brings)
                        .wide(220),
                Column.text("feature", Messages.ExtensionColumns_feature, ExtensionColumns::feature)
                        .wide(150),
                Column.text("signed", Messages.ExtensionColumns_signed, Extension::signedBy)
                        .wide(110),
                Column.<Extension>text(
                                "folder",
                                Messages.ExtensionColumns_folder,
                                row -> row.origin().label())
                        .wide(65),
                Column.<Extension>text(
                                "file",
                                Messages.ExtensionColumns_file,
                                row -> row.file().toString())
                        .wide(200));
        return new TableModel<>(columns, Extension::file, new Sort(NAME, false));
    }

    static String brings(Extension extension) {
        return extension.brings().stream().map(Brought::text).collect(Collectors.joining(", "));
    }

    private static String feature(Extension extension) {
        return extension.features().stream().map(InstalledFeature::text).collect(Collectors.joining(", "));
    }

    /** Returns why it is not used or, if it is, what it failed with last. */
    private static String reason(Extension extension) {
        if (extension.unexpectedProblem() != null) {
            return extension.unexpectedProblem().text();
        }
        return extension.faults().isEmpty() ? "" : extension.faults().getLast().text();
    }
}
