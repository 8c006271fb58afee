/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.errors;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a dead letter of an output that is too large for its topic, since it will be so again; the letter names the input
 * but holds no bytes. Tries again what may pass by itself; anything else, and whatever concerns our own state, ends the
 * instance.
 */
public final class UnsentRecordHandler implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnsentRecordHandler.class);
    private static final String CHANGELOG_SUFFIX = "-changelog";

    private DeadLetterWriter writer;

    @Override
    public void configure(Map<String, ?> settings) {
        writer = DeadLetterWriter.among(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        boolean dispensable = !writer.isDeadLetter(record) && !record.topic().endsWith(CHANGELOG_SUFFIX);
        if (!(exception instanceof RecordTooLargeException) || !dispensable) {
            LOG.error("Cannot write to {}, while at {}", record.topic(), where(context), exception);
            return Response.fail();
        }
        LOG.warn("Too large for {}, while at {}: {}", record.topic(), where(context), exception.getMessage());
        String reason = "an output for " + record.topic() + " is too large: " + exception.getMessage();
        DeadLetter letter = DeadLetters.of(DeadLetterStage.UNKNOWN, context, record.key(), null, reason, exception);
        return Response.resume(writer.records(record.key(), letter, context.timestamp()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        LOG.error("Cannot serialize the {} for {}, while at {}", origin, record.topic(), where(context), exception);
        return Response.fail();
    }

    private static String where(ErrorHandlerContext context) {
        return context.topic() + "-" + context.partition() + "@" + context.offset();
    }
}
