// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Packer;
import org.portio.record.internal.encoding.Unpacker;

/** Writes and reads what a segment has besides accounts: acts and coverage. They are few, and so written in full. */
final class Notes {

    private Notes() {}

    static void pack(Act act, Packer out) {
        out.instant(act.time()).text(act.user()).text(act.action()).text(act.what());
        out.text(act.by()).text(act.result()).signed(act.port());
    }

    static Act act(Unpacker in) throws DamagedException {
        return new Act(time(in), in.text(), in.text(), in.text(), in.text(), in.text(), (int) in.signed());
    }

    static void pack(Coverage coverage, Packer out) {
        out.instant(coverage.from()).instant(coverage.until());
        out.number(coverage.sources().size());
        coverage.sources().stream().sorted().forEach(source -> out.number(source.ordinal()));
        out.signed(coverage.opened()).signed(coverage.seen()).signed(coverage.overruns());
    }

    static Coverage coverage(Unpacker in) throws DamagedException {
        Instant from = time(in);
        Instant until = time(in);
        int count = in.count();
        Set<Evidence> sources = EnumSet.noneOf(Evidence.class);
        for (int i = 0; i < count; i++) {
            sources.add(in.constant(Evidence.values()));
        }
        return new Coverage(from, until, sources, in.signed(), in.signed(), (int) in.signed());
    }

    private static Instant time(Unpacker in) throws DamagedException {
        Instant time = in.instant();
        if (time == null) {
            throw new DamagedException("a time is missing");
        }
        return time;
    }
}
