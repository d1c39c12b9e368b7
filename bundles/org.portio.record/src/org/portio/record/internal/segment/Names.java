// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import org.portio.core.address.Endpoint;
import org.portio.record.internal.encoding.DamagedException;

/** Knows what the numbers in rows stand for. */
interface Names {

    Shape shape(long number) throws DamagedException;

    /** Returns an address of a column, as an end with port 0. */
    Endpoint place(Column column, long number) throws DamagedException;
}
