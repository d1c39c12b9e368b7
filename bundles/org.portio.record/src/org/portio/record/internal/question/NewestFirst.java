// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.portio.record.internal.question.Part.Matches;

/** Gives groups, those that may have the newest first; most of them are never asked for, and so are not put in order. */
final class NewestFirst {

    /** A part of which no group has been given yet. */
    private record Source(long newest, List<Group> groups) {}

    private final PriorityQueue<Source> sources =
            new PriorityQueue<>(Comparator.comparingLong(Source::newest).reversed());
    private final PriorityQueue<Group> groups =
            new PriorityQueue<>(Comparator.comparingLong(Group::newest).reversed());

    NewestFirst(List<Matches> matches) {
        matches.forEach(one -> sources.add(new Source(one.newest(), one.groups())));
    }

    /** Returns the next groups, so many at most. */
    List<Group> next(int most) {
        List<Group> next = new ArrayList<>(most);
        for (Group group = next(); group != null; group = next.size() < most ? next() : null) {
            next.add(group);
        }
        return next;
    }

    private Group next() {
        while (!sources.isEmpty()
                && (groups.isEmpty()
                        || sources.element().newest() > groups.element().newest())) {
            groups.addAll(sources.remove().groups());
        }
        return groups.poll();
    }
}
