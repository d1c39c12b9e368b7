// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.internal.codec.RequestJson;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.json.JsonArray;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/**
 * A request to the helper. Its text holds no more than is needed: ports, protocol and direction stand in the tags
 * alone, so that they cannot disagree; what is removed is named by its tag, and the helper finds by itself how; the user's
 * reason stays in the journal.
 *
 * @param add empty if nothing is to be added
 * @param remove tags of what is to be removed
 * @param force whether it is wanted although PortIO would refuse it
 */
public record HelperRequest(String backend, Action action, List<Rule> add, List<RuleTag> remove, boolean force) {

    /** The method of the backend. */
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
        JsonObject json = new JsonObject()
                .put("version", VERSION)
                .put("backend", backend)
                .put("action", action.name())
                .put("add", JsonArray.of(add, HelperRequest::json))
                .put("remove", remove.stream().map(RuleTag::text).toList());
        if (force) {
            json.put(FORCE, true);
        }
        return json.toString();
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws IllegalArgumentException for everything else
     */
    public static HelperRequest parse(String text) {
        JsonFields json = JsonFields.parse(text);
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
            throw new IllegalArgumentException("a tag appears twice");
        }
        return request;
    }

    private Stream<RuleTag> tags() {
        return Stream.concat(add.stream().map(Rule::tag), remove.stream());
    }

    private static JsonObject json(Rule rule) {
        JsonObject json = new JsonObject().put("tag", rule.tag().text());
        RequestJson.write(rule.request(), json);
        json.put("seconds", seconds(rule.request().expiry().duration()));
        return json.put("remainingSeconds", seconds(rule.remaining()));
    }

    /** Rounded up: a block must not end before its time, nor be for no time at all. */
    private static Long seconds(Duration duration) {
        return duration == null
                ? null
                : Long.valueOf(Math.max(1, duration.plusMillis(999).toSeconds()));
    }

    private static Rule rule(JsonFields json) {
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
        checkPath(json, "program");
        checkPath(json, "controlGroup");
        RequestJson.Match match = new RequestJson.Match(tag.ports(), tag.protocol(), tag.direction());
        BlockRequest request = RequestJson.read(json, match, duration(json, "seconds"), "");
        return new Rule(tag, request, duration(json, "remainingSeconds"));
    }

    private static RuleTag tag(String text) {
        return RuleTag.parse(text).orElseThrow(() -> new IllegalArgumentException("this is not a PortIO tag"));
    }

    private static Duration duration(JsonFields json, String name) {
        if (json.isNull(name)) {
            return null;
        }
        long seconds = json.number(name);
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw json.wrong(name, "a time");
        }
        return Duration.ofSeconds(seconds);
    }

    private static void checkPath(JsonFields json, String name) {
        String path = json.text(name);
        boolean absolute = path.isEmpty() || path.startsWith("/") || path.matches("[A-Za-z]:\\\\.*");
        boolean upwards = Arrays.asList(path.split("[/\\\\]")).contains("..");
        if (!absolute || upwards || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not an absolute path of letters, digits and . _ @ + - =, without ..");
        }
    }
}
