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
 * @param opened number of TCP connections that were opened or tried meanwhile, by the kernel's counters; one between two
 *     sockets of this machine counts twice, as both have an account; -1 if the kernel does not tell
 * @param seen number of them that there is an account of; -1 if the kernel does not tell how many there were
 * @param overruns how often there was more to tell than could be taken in; connections that it left out are among the missed
 */
public record Coverage(Instant from, Instant until, Set<Evidence> sources, long opened, long seen, int overruns) {

    public Coverage {
        sources = Set.copyOf(sources);
    }

    /**
     * Returns how many TCP connections were opened that there is no account of; -1 if the kernel does not tell. For a moment,
     * those are among them that have just been opened, and are seen in the next snapshot.
     */
    public long missed() {
        return opened < 0 ? -1 : opened - seen;
    }
}
