// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portio.record.Coverage;

/**
 * Coverage in pieces: a recorder tells the same stretch again and again as it grows, over days perhaps, and what is kept of
 * it must be of the time whose accounts are kept.
 */
public final class Stretches {

    private final Map<Instant, Coverage> told = new HashMap<>();
    /** Coverage of the pieces before this one. */
    private Map<Instant, Coverage> before = Map.of();

    /** Returns the part of a stretch that has been added since the last cut. */
    public Coverage piece(Coverage whole) {
        told.put(whole.from(), whole);
        Coverage base = before.get(whole.from());
        if (base == null) {
            return whole;
        }
        Instant until = whole.until().isBefore(base.until()) ? base.until() : whole.until();
        boolean counted = whole.opened() >= 0 && base.opened() >= 0;
        return new Coverage(
                base.until(),
                until,
                whole.sources(),
                counted ? whole.opened() - base.opened() : -1,
                counted ? whole.seen() - base.seen() : -1,
                whole.overruns() - base.overruns());
    }

    /** Ends the pieces of all stretches; returns when the last one that was told ends, null if none was. */
    public Instant cut() {
        Instant last = told.values().stream()
                .map(Coverage::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
        // Only the newest is told again.
        told.values().removeIf(coverage -> coverage.until().isBefore(last));
        before = Map.copyOf(told);
        return last;
    }

    /** Returns the pieces as they are after some accounts are gone: so many connections fewer are seen. */
    public static List<Coverage> unseen(Collection<Coverage> pieces, long gone) {
        List<Coverage> changed = new ArrayList<>();
        long rest = gone;
        for (Coverage piece : pieces) {
            long less = Math.min(rest, Math.max(0, piece.seen()));
            rest -= less;
            changed.add(new Coverage(
                    piece.from(),
                    piece.until(),
                    piece.sources(),
                    piece.opened(),
                    piece.seen() - less,
                    piece.overruns()));
        }
        return changed;
    }

    /** Returns the pieces from a time on; one that begins before it loses what was before. */
    public static List<Coverage> since(Instant time, Collection<Coverage> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.until().isBefore(time))
                .map(piece -> piece.from().isBefore(time) ? begunAt(time, piece) : piece)
                .toList();
    }

    /** Begins a piece later; nobody knows how many there were in a part of it. */
    private static Coverage begunAt(Instant time, Coverage piece) {
        return new Coverage(time, piece.until(), piece.sources(), -1, -1, piece.overruns());
    }

    /** Returns the stretches of the time asked about; pieces of which one begins where another ends are put together. */
    static List<Coverage> of(Stream<Coverage> pieces, Query query) {
        List<Coverage> stretches = new ArrayList<>();
        pieces.filter(piece -> !piece.from().isAfter(query.question().until())
                        && !piece.until().isBefore(query.question().from()))
                .sorted(Comparator.comparing(Coverage::from).thenComparing(Coverage::until))
                .forEach(piece -> add(piece, stretches));
        return stretches.stream().map(Stretches::plausible).toList();
    }

    /** Returns a piece in which some were seen that had come to be just before it, so that these are not seen twice. */
    private static Coverage plausible(Coverage piece) {
        return piece.opened() < 0 || piece.seen() <= piece.opened()
                ? piece
                : new Coverage(
                        piece.from(), piece.until(), piece.sources(), piece.opened(), piece.opened(), piece.overruns());
    }

    private static void add(Coverage piece, List<Coverage> stretches) {
        if (!stretches.isEmpty()
                && stretches.getLast().until().equals(piece.from())
                && stretches.getLast().sources().equals(piece.sources())) {
            stretches.add(joined(stretches.removeLast(), piece));
        } else {
            stretches.add(piece);
        }
    }

    private static Coverage joined(Coverage first, Coverage second) {
        boolean counted = first.opened() >= 0 && second.opened() >= 0;
        return new Coverage(
                first.from(),
                second.until(),
                first.sources(),
                counted ? first.opened() + second.opened() : -1,
                counted ? first.seen() + second.seen() : -1,
                first.overruns() + second.overruns());
    }
}
