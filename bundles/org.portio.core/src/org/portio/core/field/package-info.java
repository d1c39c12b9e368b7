// SPDX-License-Identifier: EPL-2.0
/** The fields of a connection, each defined once, for everything that shows, sorts or exports connections. */
package org.portio.core.field;
