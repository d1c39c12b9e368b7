// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.internal.question.Part.Matches;

/** Puts a query to all parts of the past, and makes one answer of theirs. */
public final class Answering {

    /** Number of groups that are looked at before it is asked whether others can have newer ones. */
    private static final int AT_ONCE = 32;

    private Answering() {}

    /**
     * Answers.
     *
     * @param parts by time
     */
    public static Answer of(List<? extends Part> parts, Query query) throws IOException {
        try (OpenFiles files = new OpenFiles()) {
            List<Matches> matches = IntStream.range(0, parts.size())
                    .parallel()
                    .mapToObj(i -> find(parts, i, query, files))
                    .toList();
            return new Answer(
                    newest(matches, query).accounts(),
                    matches.stream().mapToLong(Matches::total).sum(),
                    acts(parts, query),
                    Stretches.of(parts.stream().flatMap(part -> part.coverage().stream()), query));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Matches find(List<? extends Part> parts, int place, Query query, OpenFiles files) {
        try {
            return parts.get(place).find(query, superseded(parts, place), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns which accounts of a part are told anew by a later one. */
    public static Superseded superseded(List<? extends Part> parts, int place) {
        List<? extends Part> later = parts.subList(place + 1, parts.size());
        if (parts.get(place) instanceof LiveAccounts) {
            return later.isEmpty()
                    ? Superseded.NONE
                    : Superseded.of(id -> later.stream().anyMatch(part -> tells(part, id)));
        }
        // Those that were open at its end are left out of a closed segment.
        return Superseded.of(
                later.stream().flatMap(part -> part.toldAgain().stream()).toList());
    }

    private static boolean tells(Part part, long id) {
        return part instanceof LiveAccounts live
                ? live.has(id)
                : part.toldAgain().contains(id);
    }

    /** Begins with the groups of the newest, and ends where no other can have a newer one. */
    private static Newest newest(List<Matches> matches, Query query) {
        Newest newest = new Newest(query.question().limit());
        NewestFirst groups = new NewestFirst(matches);
        List<Group> some = groups.next(AT_ONCE);
        while (!some.isEmpty() && newest.takes(some.getFirst().newest())) {
            some.parallelStream().filter(group -> newest.takes(group.newest())).forEach(group -> offer(group, newest));
            some = groups.next(AT_ONCE);
        }
        return newest;
    }

    private static void offer(Group group, Newest newest) {
        try {
            group.offer(newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Act> acts(List<? extends Part> parts, Query query) {
        return parts.stream()
                .flatMap(part -> part.acts().stream())
                .filter(query::matches)
                .sorted(Comparator.comparing(Act::time))
                .toList();
    }
}
