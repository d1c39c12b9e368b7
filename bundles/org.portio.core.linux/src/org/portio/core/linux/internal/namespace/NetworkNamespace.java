// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.namespace;

import java.util.List;

/**
 * A network namespace other than that of this process.
 *
 * @param inode the kernel's number of it
 * @param name as {@code ip netns} has it, else as {@code net:[INODE]}
 * @param doors files that it can be entered through; one may be gone by then, as its process may
 */
public record NetworkNamespace(long inode, String name, List<String> doors) {}
