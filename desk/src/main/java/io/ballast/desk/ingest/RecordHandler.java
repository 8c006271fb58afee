/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the records of one topic into the store, in the reader's thread. */
@FunctionalInterface
interface RecordHandler {
    /**
     * @throws org.apache.kafka.common.errors.SerializationException if the value cannot be read
     * @throws io.ballast.schemas.serde.RegistryUnavailableException if that cannot be told now
     */
    void accept(String key, ConsumerRecord<byte[], byte[]> record);
}
