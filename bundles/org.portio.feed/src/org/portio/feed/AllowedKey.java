// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

/**
 * A subscriber that may read the feed.
 *
 * @param name as the user calls it
 * @param key its public key: 40 characters of Z85
 */
public record AllowedKey(String name, String key) {}
