// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import org.portio.cli.text.Output;

/** The surroundings of one run of {@code portio}, in which each command finds what it works with and where it prints. */
public interface CommandContext {

    Services services();

    Output output();
}
