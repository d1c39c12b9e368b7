// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.List;
import org.portio.ui.table.TableState.Sort;

/** A row of the tables in these tests. */
record Person(String name, List<Long> ports, String city) {

    static final Person ANNA = new Person("Anna", List.of(9L), "Bern");
    static final Person BERT = new Person("bert", List.of(80L, 8080L), "Aarau");
    static final Person CARL = new Person("Carl", List.of(), "Chur");
    static final List<Person> ALL = List.of(CARL, ANNA, BERT);

    static TableModel<Person> model() {
        List<Column<Person>> columns = List.of(
                Column.text("name", "Name", Person::name),
                Column.numbers("localPort", "Local Port", Person::ports),
                Column.text("city", "City", Person::city).wide(50).hidden());
        return new TableModel<>(columns, Person::name, new Sort("name", false));
    }
}
