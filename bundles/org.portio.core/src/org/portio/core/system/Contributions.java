// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All services of one type, those of other people's bundles among them, the highest {@code service.ranking} first. One that
 * is faulty takes nothing away from the others, and one that is slow holds up nobody for longer than the limit.
 *
 * @param <S> the type of the services
 */
public final class Contributions<S> {

    private final Duration limit;
    private final List<Contribution<S>> all = new CopyOnWriteArrayList<>();

    /** None yet, each of which will have this time for an answer. */
    public Contributions(Duration limit) {
        this.limit = limit;
    }

    /** Adds one, with the properties that OSGi knows of it; it is not asked anything. */
    public Contribution<S> add(S service, Map<String, Object> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        Contribution<S> added = new Contribution<>(service, ranking);
        all.add(added);
        all.sort(Comparator.comparing((Contribution<S> one) -> one.ranking()).reversed());
        return added;
    }

    public void remove(S service) {
        all.removeIf(one -> one.service() == service);
    }

    /** Returns the contributions of this moment. */
    public List<Contribution<S>> all() {
        return List.copyOf(all);
    }

    /** Returns the answers of all that have one. They are asked at the same time. */
    public <R> List<R> ask(Contribution.Question<? super S, R> question) {
        return ask(limit, question);
    }

    /** Returns the same, with another limit. */
    public <R> List<R> ask(Duration otherLimit, Contribution.Question<? super S, R> question) {
        List<Contribution<S>> asked = all();
        List<CompletableFuture<R>> begun =
                asked.stream().map(one -> one.begin(question)).toList();
        long end = System.nanoTime() + otherLimit.toNanos();
        List<R> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            Contribution.Answer<R> answer = asked.get(i).await(begun.get(i), left);
            if (answer.fault() == null) {
                answers.add(answer.value());
            }
        }
        return answers;
    }
}
