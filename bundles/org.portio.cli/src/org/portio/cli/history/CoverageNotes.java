// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portio.cli.text.TimeText;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Question;

/** Says how completely the time asked about was watched. */
final class CoverageNotes {

    private static final int MOST = 5;
    /** The time by which what a recorder has told may lie behind: if nothing happens, it seldom tells how far it is. */
    static final Duration BEHIND = Duration.ofSeconds(10);

    private CoverageNotes() {}

    /**
     * Returns lines for the user.
     *
     * @param stretches those of the time asked about
     * @param now the time of the question, up to which no recorder has told
     */
    static List<String> of(Question question, List<Coverage> stretches, Instant now) {
        if (stretches.isEmpty()) {
            return List.of("not watched: nothing was recorded" + time(question) + ", so nothing is known of it");
        }
        List<String> notes = new ArrayList<>();
        notes.add(watched(stretches));
        boolean isLive = question.until().isAfter(now.minus(BEHIND));
        List<String> gaps = gaps(question, stretches, isLive ? BEHIND : Duration.ZERO);
        notes.addAll(gaps.subList(0, Math.min(MOST, gaps.size())));
        if (gaps.size() > MOST) {
            notes.add("and " + (gaps.size() - MOST) + " more times that were not watched; see them with --json");
        }
        return notes;
    }

    private static String time(Question question) {
        if (question.from().equals(question.until())) {
            return " at " + TimeText.local(question.from());
        }
        return question.from().equals(Instant.MIN)
                ? " until " + TimeText.local(question.until())
                : " from " + TimeText.local(question.from()) + " until " + TimeText.local(question.until());
    }

    private static String watched(List<Coverage> stretches) {
        String sources = stretches.stream()
                .flatMap(stretch -> stretch.sources().stream())
                .distinct()
                .sorted()
                .map(Evidence::label)
                .collect(Collectors.joining(", "));
        return "watched from " + TimeText.local(stretches.getFirst().from()) + " until "
                + TimeText.local(stretches.getLast().until()) + " (" + sources + "); " + missed(stretches);
    }

    private static String missed(List<Coverage> stretches) {
        List<Coverage> counted =
                stretches.stream().filter(stretch -> stretch.opened() >= 0).toList();
        if (counted.isEmpty()) {
            return "how many connections were missed is unknown";
        }
        long missed = counted.stream().mapToLong(Coverage::missed).sum();
        long opened = counted.stream().mapToLong(Coverage::opened).sum();
        String some = counted.size() < stretches.size() ? ", as far as the kernel tells" : "";
        return String.format(Locale.ROOT, "missed %,d of %,d connections", missed, opened) + some;
    }

    private static List<String> gaps(Question question, List<Coverage> stretches, Duration behind) {
        List<String> gaps = new ArrayList<>();
        Instant end = question.from();
        for (Coverage stretch : stretches) {
            if (!end.equals(Instant.MIN) && stretch.from().isAfter(end)) {
                gaps.add("not watched from " + TimeText.local(end) + " until " + TimeText.local(stretch.from()));
            }
            end = end.isAfter(stretch.until()) ? end : stretch.until();
        }
        if (end.plus(behind).isBefore(question.until())) {
            gaps.add("not watched from " + TimeText.local(end) + " until " + TimeText.local(question.until()));
        }
        return gaps;
    }
}
