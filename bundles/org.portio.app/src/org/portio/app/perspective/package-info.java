// SPDX-License-Identifier: EPL-2.0
/** Perspectives beside the one that the workbench opens with, and their files. */
package org.portio.app.perspective;
