// SPDX-License-Identifier: EPL-2.0
/** The workbench with the rights of the administrator. */
package org.portio.app.elevation;
