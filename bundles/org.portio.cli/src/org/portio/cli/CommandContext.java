// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

/** The surroundings of one run of {@code portio}, in which each command finds what it works with and where it prints. */
interface CommandContext {

    Services services();

    Output output();
}
