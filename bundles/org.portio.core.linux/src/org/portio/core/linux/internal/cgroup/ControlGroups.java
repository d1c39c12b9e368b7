// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.cgroup;

import java.util.HashMap;
import java.util.Map;
import org.portio.core.ControlGroup;

/** One object for each control group that a row shows, so that its path is found once for all its rows. */
public final class ControlGroups {

    /** Groups come and go, and their numbers do not come again: from time to time all are forgotten. */
    private static final int MOST = 10_000;

    /** The kernel's number of the group above all others. */
    private static final long ROOT = 1;

    private final ControlGroupTree tree = new ControlGroupTree(ControlGroupTree.MOUNTS);
    private final Map<Long, ControlGroup> known = new HashMap<>();
    private long latestId;
    private ControlGroup latest = ControlGroup.NONE;

    /** Returns the group of this number; none for 0. */
    public ControlGroup of(long id) {
        // Neighbours in the kernel's tables often are of one group.
        if (id != latestId) {
            latest = find(id);
            latestId = id;
        }
        return latest;
    }

    private ControlGroup find(long id) {
        if (id == 0) {
            return ControlGroup.NONE;
        }
        if (known.size() > MOST) {
            known.clear();
        }
        ControlGroup group = known.get(id);
        if (group == null) {
            group = id == ROOT ? ControlGroup.of("/") : new Numbered(id, tree);
            known.put(id, group);
        }
        return group;
    }

    /** A group whose path is looked up in the tree when it is asked for. */
    private static final class Numbered implements ControlGroup {
        private final long id;
        private final ControlGroupTree tree;
        private final long seen = System.nanoTime();
        private volatile String path = "";

        Numbered(long id, ControlGroupTree tree) {
            this.id = id;
            this.tree = tree;
        }

        /** Kept once it is found: a socket may outlive its group, which then still shows its origin. */
        @Override
        public String path() {
            if (path.isEmpty()) {
                path = tree.path(id, seen);
            }
            return path;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered group && group.id == id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }

        @Override
        public String toString() {
            return "control group " + id;
        }
    }
}
