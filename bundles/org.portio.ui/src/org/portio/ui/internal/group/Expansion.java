// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import java.util.HashSet;
import java.util.Set;

/** Which groups show their rows. From any thread. */
public final class Expansion {

    /** Groups come and go, and one that comes again is as the user had it; but nobody remembers so many. */
    private static final int MOST = 10_000;

    private final Set<GroupKey> exceptions = new HashSet<>();
    private boolean open = true;

    public synchronized boolean isOpen(GroupKey group) {
        return open != exceptions.contains(group);
    }

    /** Opens a closed group, and closes an open one. */
    public synchronized void toggle(GroupKey group) {
        if (!exceptions.remove(group)) {
            if (exceptions.size() >= MOST) {
                exceptions.clear();
            }
            exceptions.add(group);
        }
    }

    public synchronized void open(GroupKey group) {
        if (!isOpen(group)) {
            toggle(group);
        }
    }

    /** Opens or closes all groups, those that are to come included. */
    public synchronized void setAll(boolean isOpen) {
        exceptions.clear();
        open = isOpen;
    }
}
