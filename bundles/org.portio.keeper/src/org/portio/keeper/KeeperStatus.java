// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.time.Instant;

/**
 * The keeper that runs.
 *
 * @param version of PortIO that it was started from
 * @param since when it was started
 * @param reservations how many it keeps
 * @param held how many of them are held or lent at this moment
 * @param servers how many temporary servers it runs
 */
public record KeeperStatus(long pid, String version, Instant since, int reservations, int held, int servers) {}
