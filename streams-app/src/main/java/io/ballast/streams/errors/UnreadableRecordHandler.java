/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.errors;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import io.ballast.schemas.serde.RegistryUnavailableException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a dead letter of a record that cannot be read, and goes on. When it is the registry that fails, the record is not at
 * fault: then the instance ends, and the record is read again.
 */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecordHandler.class);

    private DeadLetterWriter writer;

    @Override
    public void configure(Map<String, ?> settings) {
        writer = DeadLetterWriter.among(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception unreadable) {
        String where = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (unreadable instanceof RegistryUnavailableException) {
            LOG.error("Cannot read {} as long as the schema registry fails", where, unreadable);
            return Response.fail();
        }
        LOG.warn("Unreadable record {} becomes a dead letter: {}", where, unreadable.getMessage());
        DeadLetter letter = DeadLetters.of(
                DeadLetterStage.DESERIALIZATION,
                context,
                record.key(),
                record.value(),
                String.valueOf(unreadable.getMessage()),
                unreadable);
        return Response.resume(writer.records(record.key(), letter, record.timestamp()));
    }
}
