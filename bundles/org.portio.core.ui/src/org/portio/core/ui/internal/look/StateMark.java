// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import org.portio.core.Connection;
import org.portio.core.TcpState;

/** The mark before the state of a connection: states that ask for the same attention share one. */
enum StateMark {
    /** Others can reach it. */
    LISTENING("stateListening", MarkShape.RING),
    CONNECTED("stateConnected", MarkShape.DISC),
    OPENING("stateOpening", MarkShape.FORWARD),
    CLOSING("stateClosing", MarkShape.DOWN),
    /** The peer has closed it, and the program here has not: what one looks for. */
    LEFT_OPEN("stateLeftOpen", MarkShape.DIAMOND),
    /** The kernel alone remembers it. */
    OVER("stateOver", MarkShape.BAR),
    BOUND("stateBound", MarkShape.FRAME),
    CLOSED("stateClosed", MarkShape.CROSS);

    private static final String PREFIX = "org.portio.core.ui.";

    private final String colour;
    private final MarkShape shape;

    StateMark(String colour, MarkShape shape) {
        this.colour = PREFIX + colour;
        this.shape = shape;
    }

    /** Returns the id of its theme colour. */
    String colour() {
        return colour;
    }

    MarkShape shape() {
        return shape;
    }

    static StateMark of(Connection connection) {
        TcpState state = connection.state();
        if (state == null) {
            return connection.remote() == null ? LISTENING : CONNECTED;
        }
        return switch (state) {
            case LISTEN -> LISTENING;
            case ESTABLISHED -> CONNECTED;
            case SYN_SENT, SYN_RECEIVED -> OPENING;
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK -> CLOSING;
            case CLOSE_WAIT -> LEFT_OPEN;
            case TIME_WAIT -> OVER;
            case BOUND -> BOUND;
            case CLOSED -> CLOSED;
        };
    }
}
