/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

/**
 * A dead letter and where it lies.
 *
 * @param place  topic-partition@offset
 * @param timeMs  of the record, milliseconds since 1970 in UTC
 * @param json  the letter, its original bytes in base64
 */
public record DeadLetterEntry(String place, long timeMs, String json) {}
