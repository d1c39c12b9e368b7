// SPDX-License-Identifier: EPL-2.0
/** Preferences to and from files, and the order of their pages. */
package org.portio.app.preferences;
