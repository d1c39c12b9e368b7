// SPDX-License-Identifier: EPL-2.0
/** What bundles add to the context menu of a connection. */
package org.portio.ui.connection;
