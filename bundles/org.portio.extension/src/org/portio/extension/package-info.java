// SPDX-License-Identifier: EPL-2.0
/**
 * Bundles of other people in two folders: what each is and brings, whether it can be used, and why not. No OSGi is needed to
 * find that out; the workbench loads them with OSGi, the command line without.
 */
package org.portio.extension;
