// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.nio.file.Path;

/**
 * A jar that was looked at, and may be installed: exactly these bytes, and no others that come into its place meanwhile.
 *
 * @param extension what it would be in the user's folder
 * @param digest the SHA-256 of the jar in hexadecimal digits
 */
public record Examined(Path jar, Extension extension, String digest) {}
