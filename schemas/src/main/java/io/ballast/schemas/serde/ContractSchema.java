/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Schemas as they stand in the .avsc files: without the marks that tell Java which string class to use. */
final class ContractSchema {
    private ContractSchema() {}

    static AvroSchema of(SpecificRecord record) {
        return new AvroSchema(AvroSchemaUtils.getSchema(record, false, false, true));
    }

    static AvroSchema of(Schema generated) {
        return of((SpecificRecord) new RecordModel().newRecord(null, generated));
    }
}
