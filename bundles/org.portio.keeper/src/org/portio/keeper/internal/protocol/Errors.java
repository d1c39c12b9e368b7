// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.reservation.ReservationException;
import org.portio.server.ServerException;

/** Failures on the wire: a kind and a message, and the same failure again at the other end. */
public final class Errors {

    /** A refusal of the other end, as it came. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String kind;

        Refused(String kind, String message) {
            super(message);
            this.kind = kind;
        }

        public ReservationException asReservationException() {
            return new ReservationException(
                    constant(ReservationException.Kind.class, ReservationException.Kind.FAILED), getMessage(), this);
        }

        public ServerException asServerException() {
            return new ServerException(
                    constant(ServerException.Kind.class, ServerException.Kind.FAILED), getMessage(), this);
        }

        private <E extends Enum<E>> E constant(Class<E> type, E otherwise) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(kind)) {
                    return constant;
                }
            }
            return otherwise;
        }
    }

    private Errors() {}

    public static JsonObject of(ReservationException failure) {
        return error(failure.kind().name(), failure.getMessage());
    }

    public static JsonObject of(ServerException failure) {
        return error(failure.kind().name(), failure.getMessage());
    }

    public static JsonObject misunderstood(String message) {
        return error("INVALID", "The keeper does not understand the request: " + message);
    }

    public static JsonObject failed(String message) {
        return error("FAILED", message);
    }

    private static JsonObject error(String kind, String message) {
        JsonObject error = new JsonObject();
        error.put("kind", kind);
        error.put("message", String.valueOf(message));
        JsonObject json = new JsonObject();
        json.put("error", error);
        return json;
    }

    public static void throwIfRefused(JsonFields answer) throws Refused {
        if (answer.has("error")) {
            throw read(answer);
        }
    }

    public static Refused read(JsonFields answer) {
        JsonFields error = answer.object("error");
        return new Refused(error.text("kind"), error.text("message"));
    }
}
