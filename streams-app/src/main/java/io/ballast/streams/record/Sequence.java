/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

/**
 * A record's place among the records of its pool on all topics, in the order of delivery.
 *
 * @param producerId  who counts: the numbers of two producers are not compared
 * @param number  records of the pool that it wrote before; 0 or more
 */
public record Sequence(String producerId, long number) {

    /** No producer comes so far; a number beyond it is none. */
    static final long LAST = 1L << 62;

    /** @throws MalformedRecordException if one is given and makes no sense */
    static Sequence of(String producerId, Long number) {
        if (number == null || producerId == null) {
            return null;
        }
        if (number < 0 || number > LAST) {
            throw new MalformedRecordException("pool_sequence " + number + " is outside 0 to " + LAST);
        }
        return new Sequence(Fields.id("producer_id", producerId), number);
    }
}
