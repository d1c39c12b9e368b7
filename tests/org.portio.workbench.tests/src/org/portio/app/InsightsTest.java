// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;

/** The view Insights, with the rule of another bundle. */
@ExtendWith(InWorkbench.class)
class InsightsTest {

    private static final String INSIGHTS = "org.portio.core.ui.insights";

    private ServiceRegistration<InsightRule> registration;

    @BeforeEach
    void publishARule() {
        registration = Published.inPlaceOfAll(
                InsightRule.class,
                observation -> List.of(new Insight(
                        "test",
                        Severity.PROBLEM,
                        "something stands out",
                        "it was seen",
                        "do something",
                        observation.now().connections().stream().limit(1).toList())));
    }

    @AfterEach
    void withdrawIt() {
        registration.unregister();
    }

    @Test
    void showsWhatARuleFindsAndAllOfItWhenSelected() throws Exception {
        Table table = Ui.show(INSIGHTS, Table.class);
        Ui.until("what the rule finds is shown", () -> indexOf(table) >= 0);
        int row = indexOf(table);
        assertEquals("problem", table.getItem(row).getText(0));

        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());

        String shown = "Seen: it was seen" + Text.DELIMITER + "Try: do something";
        Ui.until(
                "all of it is shown",
                () -> Dialogs.shows(
                        table.getShell(), Text.class, text -> text.getText().contains(shown)));
    }

    private static int indexOf(Table table) {
        for (int i = 0; i < table.getItemCount(); i++) {
            if (table.getItem(i).getText(1).equals("something stands out")) {
                return i;
            }
        }
        return -1;
    }
}
