// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.MissingRight;

/**
 * Rules that could not be read.
 *
 * @param of whose they are, such as {@code nftables}
 */
public record Gap(String of, String reason) {

    static Gap of(String of, Result failed) {
        String reason = failed.err().contains("Operation not permitted")
                ? MissingRight.isRoot()
                        ? "root lacks the capability CAP_NET_ADMIN here"
                        : "reading them needs root or CAP_NET_ADMIN"
                : failed.err().lines().findFirst().orElse("nft failed with exit code " + failed.exitCode());
        return new Gap(of, reason);
    }

    /** Returns a clause. */
    public String text() {
        return "the rules of " + of + " could not be read: " + reason;
    }
}
