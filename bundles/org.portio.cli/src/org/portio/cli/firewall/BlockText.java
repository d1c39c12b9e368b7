// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portio.cli.text.TimeText;
import org.portio.core.Protocol;
import org.portio.core.system.User;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;

/** Blocks as people read them. */
final class BlockText {

    private BlockText() {}

    /** Returns text such as {@code TCP 8080 inbound with nftables, of user ann}. */
    static String line(Block block, User user) {
        return block.request() + " with " + block.backend() + ", of user " + block.userName(user);
    }

    /** Returns what a request means with a backend that can do this, in a line or more. */
    static List<String> describe(BlockRequest request, Set<Capability> capabilities) {
        List<String> lines = new ArrayList<>();
        lines.add("blocks " + request + ", " + until(request));
        lines.add((request.protocol() == Protocol.UDP ? "datagrams are " : "new connections are ")
                + (request.verdict() == Verdict.DROP ? "dropped without an answer" : "rejected at once")
                + (request.loopback() ? ", also within this machine" : ", but not within this machine")
                + "; " + existing(request, capabilities));
        if (request.direction().includes(Direction.OUTBOUND)) {
            lines.add("outbound: to port " + request.ports()
                    + " of other machines; replies to their clients still get through");
        }
        if (!request.program().isEmpty()) {
            lines.add("only for the program " + request.program());
        }
        if (!request.controlGroup().isEmpty()) {
            lines.add("only for the control group " + request.controlGroup());
        }
        return lines;
    }

    /** A backend that can end connections looks at every packet, and then all of UDP stops at once. */
    private static String existing(BlockRequest request, Set<Capability> capabilities) {
        if (request.protocol() == Protocol.UDP) {
            return capabilities.contains(Capability.CUT_EXISTING)
                    ? "ongoing exchanges stop at once"
                    : "ongoing exchanges may continue until they pause";
        }
        return request.cutExisting() ? "existing ones are closed" : "existing ones continue";
    }

    private static String until(BlockRequest request) {
        return switch (request.expiry().kind()) {
            case UNTIL_UNBLOCKED -> "until it is unblocked";
            case UNTIL_RESTART -> "until this machine restarts";
            case AFTER -> "for " + duration(request.expiry().duration());
        };
    }

    /** Returns text such as {@code 1d 2h 3m 4s}, without units that are 0. */
    private static String duration(Duration time) {
        List<String> parts = new ArrayList<>();
        long[] amounts = {time.toDays(), time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart()};
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                parts.add(amounts[i] + "dhms".substring(i, i + 1));
            }
        }
        return String.join(" ", parts);
    }

    static String verdict(Block block) {
        Verdict verdict = block.request().verdict();
        return verdict == null ? "?" : verdict.label();
    }

    static String since(Block block) {
        return block.since() == null ? "?" : TimeText.local(block.since());
    }

    /** Returns when the block ends: a time, {@code restart}, {@code -} for never, or {@code ?} if that is unknown. */
    static String until(Block block) {
        if (block.until() != null) {
            return TimeText.local(block.until());
        }
        if (block.request().expiry() == null) {
            return "?";
        }
        return switch (block.request().expiry().kind()) {
            case UNTIL_UNBLOCKED -> "-";
            case UNTIL_RESTART -> "restart";
            case AFTER -> "?";
        };
    }

    static String hits(Block block) {
        return block.hits() < 0 ? "-" : String.valueOf(block.hits());
    }
}
