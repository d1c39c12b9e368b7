// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule of PortIO's own that a backend found.
 *
 * @param handles by which the backend removes it, in a form that only the backend knows
 * @param hits packets that it has blocked; -1 if the backend does not count
 * @param state whether it blocks
 * @param terms what the rule says of itself
 * @param overriddenBy the rule of somebody else before it that lets some of its packets get by, and where that is; empty for none
 */
public record AppliedRule(RuleTag tag, List<String> handles, long hits, State state, Terms terms, String overriddenBy) {

    /** Whether the existing rule blocks. */
    public enum State {
        /** The rule blocks as it was made to. */
        IN_FORCE,
        /** Somebody removed or changed a part of it, or what leads to it: it no longer blocks all that its tag says. */
        DAMAGED,
        /** Its time is over, and only a part of it still exists. */
        EXPIRED
    }

    public AppliedRule {
        handles = List.copyOf(handles);
    }

    /** Returns one whose packets all come to it. */
    public AppliedRule(RuleTag tag, List<String> handles, long hits, State state, Terms terms) {
        this(tag, handles, hits, state, terms, "");
    }

    /** Returns one that is whole. */
    public AppliedRule(RuleTag tag, List<String> handles, long hits, boolean expired, Terms terms) {
        this(tag, handles, hits, expired ? State.EXPIRED : State.IN_FORCE, terms);
    }

    /** Returns one that says nothing of itself but its tag. */
    public AppliedRule(RuleTag tag, List<String> handles, long hits, boolean expired) {
        this(tag, handles, hits, expired, Terms.UNKNOWN);
    }

    /** Returns a whole one, which counts nothing, for each of these texts that is a tag; other texts are left out. */
    public static List<AppliedRule> ofTags(Collection<String> texts) {
        return texts.stream()
                .map(RuleTag::parse)
                .flatMap(Optional::stream)
                .map(tag -> new AppliedRule(tag, List.of(tag.text()), -1, false))
                .toList();
    }

    public boolean expired() {
        return state == State.EXPIRED;
    }

    public boolean damaged() {
        return state == State.DAMAGED;
    }

    /** Returns whether it is whole, and somebody's rule before it lets some of its packets get by. */
    public boolean overridden() {
        return state == State.IN_FORCE && !overriddenBy.isEmpty();
    }

    /** Returns the same, of which this rule lets some packets get by. */
    public AppliedRule overriddenBy(String rule) {
        return new AppliedRule(tag, handles, hits, state, terms, rule);
    }
}
