// SPDX-License-Identifier: EPL-2.0
/**
 * Test runs: the time in which a command runs, what its processes open, and what PortIO makes within it and takes back at
 * its end, however it ends.
 */
package org.portio.testrun;
