// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

/** The socket of a server, and what it does with its clients. */
interface RunningServer {

    /** Begins with it. */
    void start();

    /** Ends it: when this returns, the port is free and no client is connected. */
    void stop();
}
