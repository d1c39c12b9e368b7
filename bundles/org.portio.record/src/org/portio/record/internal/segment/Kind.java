// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

/** Kinds of records in a segment. The number in the file is the place here, so new ones go to the end. */
enum Kind {
    BEGIN,
    TEXT,
    PROCESS,
    PLACE,
    SHAPE,
    ACCOUNT,
    /** An account whose earlier one is in an earlier segment, although that had an end. */
    ACCOUNT_AGAIN,
    ACT,
    COVERAGE
}
