// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.system.User;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.ui.internal.Messages;
import org.portio.firewall.ui.internal.block.DurationText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the table of blocks. */
final class BlockColumns {

    private static final String PORTS = "ports";

    private BlockColumns() {}

    static TableModel<Block> model(InstantSource clock, User self) {
        List<Column<Block>> columns = Stream.of(request(), times(clock), origin(self), narrowed())
                .flatMap(List::stream)
                .toList();
        return new TableModel<>(columns, Block::id, new Sort(PORTS, false));
    }

    private static List<Column<Block>> request() {
        return List.of(
                words(
                                "protocol",
                                Messages.BlockColumns_protocol,
                                block -> block.request().protocol().name(),
                                Stream.of(Protocol.values()).map(Protocol::name))
                        .wide(85),
                Column.ports(
                        PORTS,
                        Messages.BlockColumns_ports,
                        block -> block.request().ports().toString(),
                        block -> block.request().ports().first(),
                        block -> block.request().ports().last()),
                words(
                                "direction",
                                Messages.BlockColumns_direction,
                                block -> block.request().direction().label(),
                                Stream.of(Direction.values()).map(Direction::label))
                        .wide(95),
                words(
                                "verdict",
                                Messages.BlockColumns_verdict,
                                BlockColumns::verdict,
                                Stream.of(Verdict.values()).map(Verdict::label))
                        .wide(85),
                words(
                                "state",
                                Messages.BlockColumns_state,
                                block -> state(block.state()),
                                Stream.of(Block.State.values()).map(BlockColumns::state))
                        .wide(95));
    }

    private static Column<Block> words(String id, String title, Function<Block, String> text, Stream<String> known) {
        return Column.words(id, title, text, known.toList());
    }

    private static List<Column<Block>> times(InstantSource clock) {
        return List.of(
                Column.<Block>text("age", Messages.BlockColumns_age, block -> age(block, clock.instant()))
                        .comparedByAge(Block::since)
                        .orderedBy(byTime(Block::since).reversed())
                        .wide(100),
                Column.<Block>text("expires", Messages.BlockColumns_expires, block -> expires(block, clock.instant()))
                        .comparedByTime(block -> left(block, clock.instant()))
                        .orderedBy(byTime(Block::until))
                        .wide(120),
                Column.<Block>number(
                                "hits", Messages.BlockColumns_hits, block -> block.hits() < 0 ? null : block.hits())
                        .wide(80));
    }

    private static List<Column<Block>> origin(User self) {
        return List.of(
                Column.text("backend", Messages.BlockColumns_backend, Block::backend),
                Column.<Block>text("user", Messages.BlockColumns_user, block -> block.userName(self))
                        .wide(85),
                of("reason", Messages.BlockColumns_reason, BlockRequest::reason).wide(250));
    }

    private static List<Column<Block>> narrowed() {
        return List.of(
                of("program", Messages.BlockColumns_program, BlockRequest::program)
                        .wide(250)
                        .hidden(),
                of("controlGroup", Messages.BlockColumns_controlGroup, BlockRequest::controlGroup)
                        .wide(250)
                        .hidden());
    }

    private static Column<Block> of(String id, String title, Function<BlockRequest, String> text) {
        return Column.text(id, title, block -> text.apply(block.request()));
    }

    private static String verdict(Block block) {
        Verdict verdict = block.request().verdict();
        return verdict == null ? "?" : verdict.label();
    }

    private static String state(Block.State state) {
        return switch (state) {
            case ACTIVE -> Messages.BlockColumns_active;
            case MISSING -> Messages.BlockColumns_missing;
            case OVERRIDDEN -> Messages.BlockColumns_overridden;
            case ORPHANED -> Messages.BlockColumns_orphaned;
            case UNVERIFIED -> Messages.BlockColumns_unverified;
        };
    }

    private static String age(Block block, Instant now) {
        return block.since() == null ? "" : DurationText.of(Duration.between(block.since(), now));
    }

    /** Returns the time left; for those without an end by time, what ends them. */
    private static String expires(Block block, Instant now) {
        if (block.until() != null) {
            return DurationText.of(left(block, now));
        }
        if (block.request().expiry() == null) {
            return "?";
        }
        return switch (block.request().expiry().kind()) {
            case UNTIL_RESTART -> Messages.BlockColumns_atRestart;
            case UNTIL_UNBLOCKED, AFTER -> "";
        };
    }

    private static Duration left(Block block, Instant now) {
        return block.until() == null ? null : Duration.between(now, block.until());
    }

    private static Comparator<Block> byTime(Function<Block, Instant> time) {
        return Comparator.comparing(time, Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
