// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/**
 * What the helper is asked to do. Its text holds no more than is needed: ports, protocol and direction stand in the tags
 * alone, so that they cannot disagree; what is removed is named by its tag, and the helper finds by itself how; the user's
 * reason stays in the journal.
 *
 * @param add empty if nothing is to be added
 * @param remove tags of what is to be removed
 * @param force whether it is wanted although PortIO would refuse it
 */
public record HelperRequest(String backend, Action action, List<Rule> add, List<RuleTag> remove, boolean force) {

    /** Which method of the backend is meant. */
    public enum Action {
        LIST,
        PLAN,
        APPLY
    }

    private static final int VERSION = 1;
    private static final String FORCE = "force";
    private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

    /** A path as systems have them: no quotes, and nothing that any shell or language of rules reads as its own. */
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N} ._@+,=~:/\\\\()-]{0,1024}");

    public static HelperRequest list(String backend) {
        return new HelperRequest(backend, Action.LIST, List.of(), List.of(), false);
    }

    public static HelperRequest of(String backend, Action action, Change change) {
        List<RuleTag> remove = change.remove().stream().map(rule -> rule.tag()).toList();
        return new HelperRequest(backend, action, change.add(), remove, change.forced());
    }

    public String json() {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("backend", backend);
        json.addProperty("action", action.name());
        JsonArray added = new JsonArray();
        add.forEach(rule -> added.add(json(rule)));
        json.add("add", added);
        JsonArray removed = new JsonArray();
        remove.forEach(tag -> removed.add(tag.text()));
        json.add("remove", removed);
        if (force) {
            json.addProperty(FORCE, true);
        }
        return json.toString();
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws IllegalArgumentException for everything else
     */
    public static HelperRequest parse(String text) {
        StrictJson json = StrictJson.parse(text);
        boolean force = json.has(FORCE) && json.truth(FORCE);
        json.withExactly(
                json.has(FORCE)
                        ? new String[] {"version", "backend", "action", "add", "remove", FORCE}
                        : new String[] {"version", "backend", "action", "add", "remove"});
        if (json.number("version") != VERSION) {
            throw new IllegalArgumentException("this request is for another version of PortIO");
        }
        HelperRequest request = new HelperRequest(
                json.text("backend"),
                json.constant("action", Action.class),
                json.objects("add", HelperRequest::rule),
                json.texts("remove").stream().map(HelperRequest::tag).toList(),
                force);
        long tags = request.tags().distinct().count();
        if (tags < request.add.size() + request.remove.size()) {
            throw new IllegalArgumentException("a tag is there twice");
        }
        return request;
    }

    private Stream<RuleTag> tags() {
        return Stream.concat(add.stream().map(Rule::tag), remove.stream());
    }

    private static JsonObject json(Rule rule) {
        BlockRequest request = rule.request();
        JsonObject json = new JsonObject();
        json.addProperty("tag", rule.tag().text());
        json.addProperty("verdict", request.verdict().name());
        json.addProperty("loopback", request.loopback());
        json.addProperty("cutExisting", request.cutExisting());
        json.addProperty("expiry", request.expiry().kind().name());
        json.addProperty("seconds", seconds(request.expiry().duration()));
        json.addProperty("remainingSeconds", seconds(rule.remaining()));
        json.addProperty("program", request.program());
        json.addProperty("controlGroup", request.controlGroup());
        return json;
    }

    /** Rounded up: a block must not end before its time, nor be for no time at all. */
    private static Long seconds(Duration duration) {
        return duration == null
                ? null
                : Long.valueOf(Math.max(1, duration.plusMillis(999).toSeconds()));
    }

    private static Rule rule(StrictJson json) {
        json.withExactly(
                "tag",
                "verdict",
                "loopback",
                "cutExisting",
                "expiry",
                "seconds",
                "remainingSeconds",
                "program",
                "controlGroup");
        RuleTag tag = tag(json.text("tag"));
        BlockRequest request = new BlockRequest(
                new Traffic(tag.ports(), tag.protocol(), tag.direction(), json.truth("loopback")),
                new Treatment(json.constant("verdict", Verdict.class), json.truth("cutExisting")),
                new Subject(path(json, "program"), path(json, "controlGroup")),
                new Expiry(json.constant("expiry", Expiry.Kind.class), duration(json, "seconds")),
                "");
        return new Rule(tag, request, duration(json, "remainingSeconds"));
    }

    private static RuleTag tag(String text) {
        return RuleTag.parse(text).orElseThrow(() -> new IllegalArgumentException("this is not a tag of PortIO"));
    }

    private static Duration duration(StrictJson json, String name) {
        if (json.isNull(name)) {
            return null;
        }
        long seconds = json.number(name);
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("'" + name + "' is not a time");
        }
        return Duration.ofSeconds(seconds);
    }

    private static String path(StrictJson json, String name) {
        String path = json.text(name);
        boolean absolute = path.isEmpty() || path.startsWith("/") || path.matches("[A-Za-z]:\\\\.*");
        boolean upwards = Arrays.asList(path.split("[/\\\\]")).contains("..");
        if (!absolute || upwards || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not an absolute path of letters, digits and . _ @ + - =, without ..");
        }
        return path;
    }
}
