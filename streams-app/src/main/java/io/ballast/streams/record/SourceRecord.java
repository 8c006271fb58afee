/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import org.apache.avro.specific.SpecificRecord;

/**
 * A value as it was read, with the bytes it was read from: the journal and the dead letters keep those.
 *
 * @param value  what it says
 * @param raw  its bytes on the topic
 */
public record SourceRecord<T extends SpecificRecord>(T value, byte[] raw) {}
