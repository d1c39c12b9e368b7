// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

/** The value {@code null}. */
public enum JsonNull implements JsonValue {
    INSTANCE;

    @Override
    public String toString() {
        return "null";
    }
}
