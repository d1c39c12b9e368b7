// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.login;

import org.portio.keeper.KeeperException;

/** One system's way to start a program when a user logs in. */
public sealed interface AtLogin permits SystemdUnit, LaunchAgent, LogonTask {

    /** Sets it up and starts it; returns what to tell the user. Leaves nothing behind if it fails. */
    String install() throws KeeperException;

    /** Returns false if it was not set up. */
    boolean uninstall() throws KeeperException;

    boolean isInstalled() throws KeeperException;
}
