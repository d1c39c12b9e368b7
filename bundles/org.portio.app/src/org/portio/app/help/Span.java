// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

/**
 * Text of one look.
 *
 * @param target what it links to, as it is written in the page; empty if it is no link
 */
record Span(String text, boolean bold, boolean italic, boolean code, String target) {

    static Span plain(String text) {
        return new Span(text, false, false, false, "");
    }

    boolean isLink() {
        return !target.isEmpty();
    }
}
