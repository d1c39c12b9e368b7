// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

/** The exit status of a command: one of PortIO's own exit codes, or that of a program which it ran for the user. */
public interface ExitStatus {

    int code();
}
