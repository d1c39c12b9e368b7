// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

/**
 * Whether a service that binds the port in this way would get it.
 *
 * @param address that it would bind, as {@code 127.0.0.1}, {@code ::} or a local address
 * @param reuse whether it sets SO_REUSEADDR, as most servers on Linux do
 * @param succeeds whether it would get the port at this moment
 * @param why one phrase for the user; empty if it succeeds
 */
public record BindScope(String address, boolean reuse, boolean succeeds, String why) {}
