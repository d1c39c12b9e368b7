// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.net.URI;

/**
 * A section of a page.
 *
 * @param page the path of the page below {@code docs}
 * @param anchor of its heading; empty for the beginning of the page
 */
record Place(String page, String anchor) {

    /** Returns what a link of a page leads to. */
    static Place of(String from, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String page =
                path.isEmpty() ? from : URI.create("/" + from).resolve(path).getPath();
        return new Place(page.replaceFirst("^/(?:\\.\\./)*", ""), hash < 0 ? "" : link.substring(hash + 1));
    }
}
