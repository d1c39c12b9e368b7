// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

/** What a command ends with: one of PortIO's own exit codes, or that of a program which it ran for the user. */
public interface ExitStatus {

    int code();
}
