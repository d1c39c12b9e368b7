// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.filter.FieldCells;
import org.portio.ui.TimeText;

/** The value of a field as the window shows it. */
public final class FieldText {

    private FieldText() {}

    /** Returns the text of a value; empty for null, which is not known. */
    public static String of(Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> TimeText.moment(time, ZoneId.systemDefault());
            case Boolean yes -> yes ? Messages.FieldText_yes : Messages.FieldText_no;
            default -> FieldCells.text(value);
        };
    }

    /** Returns what is known of a field, each value once; empty if nothing is. */
    public static String all(ConnectionField<?> field, Connection connection) {
        return field.all(connection).stream().map(FieldText::of).collect(Collectors.joining(", "));
    }

    /** Returns every value of a type that has only a few, as an enum has; else none. */
    static List<?> allOf(Class<?> type) {
        if (type == Boolean.class) {
            return List.of(true, false);
        }
        return type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
    }
}
