// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.Set;

/**
 * The text between a heading and the next one.
 *
 * @param page the path of its page
 * @param anchor by which links name it; that of the first is empty
 * @param level of its heading, from 1
 * @param topics what it is the help on
 * @param words all of its text in lower case
 */
record Section(String page, String title, String anchor, int level, Set<String> topics, String words) {

    Place place() {
        return new Place(page, anchor);
    }
}
