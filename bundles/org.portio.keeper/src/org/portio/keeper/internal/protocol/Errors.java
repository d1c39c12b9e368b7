// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Remedy;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperException;

/**
 * Failures on the wire, in one form for every failure: kind, message and remedy; and the same failure again at the
 * other end.
 */
public final class Errors {

    /** The advice if a keeper and a client do not understand each other. */
    public static final String ANOTHER_KEEPER =
            "end it with 'portio keeper stop', and try again; no reservation is lost";

    private Errors() {}

    public static JsonObject of(PortioException failure) {
        JsonObject remedy = new JsonObject();
        remedy.put("way", failure.remedy().way().name());
        remedy.put("advice", failure.remedy().advice());
        JsonObject error = new JsonObject();
        error.put("kind", failure.kind().name());
        error.put("message", failure.what());
        error.put("remedy", remedy);
        JsonObject json = new JsonObject();
        json.put("error", error);
        return json;
    }

    public static JsonObject misunderstood(String message) {
        return of(new KeeperException(
                Failure.of(Kind.INVALID, "the keeper does not understand the request: " + message)));
    }

    public static JsonObject failed(String what, String advice) {
        return of(new KeeperException(what, advice));
    }

    /** Throws what the keeper refused with, if the line says that it refused. */
    public static void throwIfRefused(JsonFields answer) throws KeeperException {
        if (answer.has("error")) {
            throw read(answer);
        }
    }

    /** Reads a failure. One of a keeper of another protocol, which has no remedy or another kind, is read, too. */
    public static KeeperException read(JsonFields answer) {
        JsonFields error = answer.object("error");
        return new KeeperException(
                new Failure(constant(Kind.FAILED, error.text("kind")), error.text("message"), remedy(error)));
    }

    private static Remedy remedy(JsonFields error) {
        if (!error.has("remedy")) {
            return Remedy.NONE;
        }
        JsonFields remedy = error.object("remedy");
        return new Remedy(constant(Remedy.Way.ADVICE, remedy.text("way")), remedy.text("advice"));
    }

    private static <E extends Enum<E>> E constant(E otherwise, String name) {
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return otherwise;
    }
}
