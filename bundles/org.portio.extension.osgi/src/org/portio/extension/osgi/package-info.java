// SPDX-License-Identifier: EPL-2.0
/** Loads the extensions of the two folders into the workbench, and notices what they fail with. */
package org.portio.extension.osgi;
