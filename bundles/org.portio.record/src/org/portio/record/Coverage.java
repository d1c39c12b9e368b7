// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.Set;

/**
 * A stretch of time that was watched, and how completely. What is not within one was not watched.
 *
 * @param from when watching began
 * @param until until when it had gone on when this was told
 * @param sources what was learnt from
 * @param opened number of TCP connections that came to be meanwhile, by the kernel's counters; -1 if it does not tell
 * @param seen number of them that there is an account of; -1 if the kernel does not tell how many there were
 * @param overruns how often the kernel had more to tell than could be taken in; what it left out is among the missed
 */
public record Coverage(Instant from, Instant until, Set<Evidence> sources, long opened, long seen, int overruns) {

    public Coverage {
        sources = Set.copyOf(sources);
    }

    /** Returns how many TCP connections came to be that there is no account of; -1 if the kernel does not tell. */
    public long missed() {
        return opened < 0 ? -1 : opened - seen;
    }
}
