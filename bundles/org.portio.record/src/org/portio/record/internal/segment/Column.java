// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.util.EnumSet;
import java.util.Set;

/** The numbers that an account consists of, next to its shape. Each is read after those that it is written relative to. */
enum Column {
    FLAGS,
    ID,
    OPENED_LATEST,
    OPENED_EARLIEST,
    CLOSED_EARLIEST,
    CLOSED_LATEST,
    SHAPE,
    LOCAL_PORT,
    REMOTE_PORT,
    LOCAL,
    REMOTE,
    SENT,
    RECEIVED,
    ROUND_TRIP,
    RETRANSMISSIONS,
    QUEUE_IN,
    QUEUE_OUT,
    INODE,
    KEY;

    /** Columns that tell whether an account is of a time. */
    static final Set<Column> TIMES = EnumSet.range(FLAGS, CLOSED_LATEST);
    /** Columns by which questions choose, each of which is there for all rows together. */
    static final Set<Column> CHOICE = EnumSet.range(SHAPE, REMOTE);
    /** Columns of {@link #CHOICE} that are numbers of addresses. */
    static final Set<Column> PLACES = EnumSet.of(LOCAL, REMOTE);
    /** Columns that only the accounts of an answer need. */
    static final Set<Column> DETAILS = EnumSet.range(SENT, KEY);
}
