/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.errors;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the instance on anything that a processor did not expect: records that make no sense are refused long before, so what
 * comes here is a fault of ours, and going on could leave a book half changed.
 */
public final class UnexpectedFailureHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailureHandler.class);

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception unexpected) {
        LOG.error(
                "Unexpected failure in {} at {}-{}@{}",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                unexpected);
        return Response.fail();
    }
}
