/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.DeadLetter;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.schemas.serde.RegistryUnavailableException;
import io.ballast.streams.metrics.BookCounters;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class ExceptionHandlersTest {

    private static final String DEAD_LETTERS = "ballast.dead-letters";
    private static final byte[] KEY = "pool".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VALUE = {1, 2, 3};

    private final SchemaRegistryClient registry =
            RegistryClients.create(Map.of("schema.registry.url", "mock://handlers"));
    private final BookCounters counters = new BookCounters();
    private final Map<String, Object> settings = Map.of(
            DeadLetterWriter.SETTING,
            new DeadLetterWriter(DEAD_LETTERS, new AvroSerializer<>(registry, true), counters));
    private final ErrorHandlerContext context = new DefaultErrorHandlerContext(
            null, "ballast.price-ticks", 3, 17, new RecordHeaders(), "node", new TaskId(0, 3), 99, KEY, VALUE);

    @Test
    void shouldMakeADeadLetterOfWhatCannotBeRead() {
        DeserializationExceptionHandler.Response response = unreadable(new SerializationException("Wrong magic byte"));

        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        DeadLetter letter = only(response.deadLetterQueueRecords());
        assertThat(letter.getReason()).isEqualTo("Wrong magic byte");
        assertThat(letter.getSourcePartition()).isEqualTo(3);
        assertThat(letter.getSourceOffset()).isEqualTo(17);
        assertThat(counters.deadLetters()).isEqualTo(1);
    }

    @Test
    void shouldNotBlameARecordForTheRegistry() {
        DeserializationExceptionHandler.Response response = unreadable(new RegistryUnavailableException("down", null));

        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
        assertThat(counters.deadLetters()).isZero();
    }

    @Test
    void shouldMakeADeadLetterOfAnOutputThatIsTooLarge() {
        ProductionExceptionHandler.Response response =
                unsent("ballast.position-risk", new RecordTooLargeException("2 MB"));

        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        DeadLetter letter = only(response.deadLetterQueueRecords());
        assertThat(letter.getReason()).contains("ballast.position-risk").contains("2 MB");
        assertThat(letter.getSourceTopic()).isEqualTo("ballast.price-ticks");
        assertThat(letter.getSourceValue()).isNull();
    }

    @Test
    void shouldEndWhenOurOwnStateOrADeadLetterCannotBeWritten() {
        assertThat(unsent("ballast-risk-journal-changelog", new RecordTooLargeException("x"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
        assertThat(unsent(DEAD_LETTERS, new RecordTooLargeException("x")).result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
        assertThat(unsent("ballast.position-risk", new TopicAuthorizationException("x"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void shouldTryAgainWhatMayPass() {
        assertThat(unsent("ballast.position-risk", new TimeoutException("slow")).result())
                .isEqualTo(ProductionExceptionHandler.Result.RETRY);
    }

    @Test
    void shouldEndOnAnythingUnexpected() {
        UnexpectedFailureHandler handler = new UnexpectedFailureHandler();
        handler.configure(settings);

        assertThat(handler.handleError(context, new Record<>("key", "value", 0), new IllegalStateException("bug"))
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    private DeserializationExceptionHandler.Response unreadable(Exception cause) {
        UnreadableRecordHandler handler = new UnreadableRecordHandler();
        handler.configure(settings);
        return handler.handleError(context, new ConsumerRecord<>("ballast.price-ticks", 3, 17, KEY, VALUE), cause);
    }

    private ProductionExceptionHandler.Response unsent(String topic, Exception cause) {
        UnsentRecordHandler handler = new UnsentRecordHandler();
        handler.configure(settings);
        return handler.handleError(context, new ProducerRecord<>(topic, KEY, VALUE), cause);
    }

    private DeadLetter only(List<ProducerRecord<byte[], byte[]>> letters) {
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).topic()).isEqualTo(DEAD_LETTERS);
        assertThat(letters.get(0).key()).isEqualTo(KEY);
        return new AvroDeserializer<>(DeadLetter.class, registry)
                .deserialize(DEAD_LETTERS, letters.get(0).value());
    }
}
