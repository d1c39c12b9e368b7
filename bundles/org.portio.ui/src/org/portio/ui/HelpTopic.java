// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Control;

/**
 * The topic of the help on a control. A section of the documentation names its topics in a comment before its heading,
 * {@code <!-- help: ID -->}; the topic of a view is its id, without a word here.
 */
public final class HelpTopic {

    /** The property in which the platform keeps the same; so a topic that is given to its help system counts as well. */
    private static final String KEY = "org.eclipse.ui.help";

    private HelpTopic() {}

    /** Gives a control a topic, and with it all controls within that have none of their own. */
    public static void set(Control control, String topic) {
        control.setData(KEY, topic);
    }

    /** Returns the topics of a control and of those around it, the nearest first; empty for null. */
    public static List<String> around(Control control) {
        List<String> topics = new ArrayList<>();
        for (Control one = control; one != null; one = one.getParent()) {
            if (one.getData(KEY) instanceof String topic) {
                topics.add(topic);
            }
        }
        return topics;
    }
}
