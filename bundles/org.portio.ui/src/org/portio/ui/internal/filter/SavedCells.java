// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.portio.core.filter.Cells;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.WrongFilterException;
import org.portio.ui.internal.filter.SavedFilters.Named;

/**
 * Cells in which {@code saved:NAME} finds the rows that the saved filter of this name chooses.
 *
 * @param saved those that there are; null for a table that is in no view
 * @param columns all that it can name
 * @param searched those in which a word without a name is looked for
 */
public record SavedCells<T>(
        Supplier<SavedFilters> saved,
        Supplier<? extends List<? extends FilterColumn<T>>> columns,
        Supplier<? extends List<? extends FilterColumn<T>>> searched)
        implements Cells<T> {

    /** Id of the column that has these cells. */
    public static final String ID = "saved";

    @Override
    public Predicate<T> plain(String word) {
        return _ -> false;
    }

    @Override
    public Predicate<T> named(String name, String value) throws WrongFilterException {
        if (value.isEmpty()) {
            return _ -> true;
        }
        Named found = Optional.ofNullable(saved.get())
                .flatMap(filters -> filters.meant(value))
                .orElseThrow(() -> new WrongFilterException(NLS.bind(Messages.SavedCells_unknown, value, names())));
        try {
            return Filter.parse(found.filter(), columns.get(), searched.get());
        } catch (WrongFilterException e) {
            throw new WrongFilterException(NLS.bind(Messages.SavedCells_wrong, value, e.getMessage()));
        }
    }

    private String names() {
        String all = String.join(", ", known());
        return all.isEmpty() ? Messages.SavedCells_none : NLS.bind(Messages.SavedCells_names, all);
    }

    @Override
    public List<String> known() {
        SavedFilters filters = saved.get();
        return filters == null
                ? List.of()
                : filters.named().stream().map(Named::name).toList();
    }
}
