// SPDX-License-Identifier: EPL-2.0
/**
 * The door at a program's own calls: what a process and all its descendants bind, listen on, connect to and accept is seen
 * before the kernel does it, and can be answered differently, without rights and without a change of the program.
 */
package org.portio.trace;
