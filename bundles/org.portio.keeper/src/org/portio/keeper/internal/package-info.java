// SPDX-License-Identifier: EPL-2.0
/**
 * Both ends of the keeper's socket. {@code KeeperRun} is the life of the process: it takes the lock, opens the engines, and
 * serves until it is told to stop. {@code KeeperLink} is a client's way there; it starts the process where none runs.
 *
 * <p>On the socket, each side says one object of JSON for each line, in UTF-8: first its {@code Hello}, then the client its
 * requests, as {@code {"request":"reservations.release","key":{"port":8080,"protocol":"TCP","address":""}}}, and the keeper
 * an answer to each, in the same order: the result, or {@code {"error":{"kind":"UNKNOWN","message":"..."}}} with the kinds
 * of the exceptions. To {@code reservations.watch} it says what it sees, until the client closes the connection. Who is not
 * the keeper's own user is turned away before the first line.
 */
package org.portio.keeper.internal;
