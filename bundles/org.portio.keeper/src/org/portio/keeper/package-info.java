// SPDX-License-Identifier: EPL-2.0
/**
 * The keeper: one process for each user that owns held ports and temporary servers, so that these outlive the command or
 * the window that asked for them. Here are its client, and how it comes to run.
 */
package org.portio.keeper;
