/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import static io.ballast.producers.sink.Samples.PRODUCER;
import static io.ballast.producers.sink.Samples.SOURCE;
import static io.ballast.producers.sink.Samples.block;
import static io.ballast.producers.sink.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.schema.PriceTick;
import io.ballast.schema.ProducerProgress;
import io.ballast.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sink does with a producer; what a broker makes of it is for the ITs. */
class TransactionalSinkTest {

    private final MockProducer<String, SpecificRecord> producer =
            new MockProducer<>(true, null, new StringSerializer(), (topic, record) -> record.toString()
                    .getBytes(StandardCharsets.UTF_8));
    private Instant now = Instant.EPOCH;
    private boolean registryClosed;
    private final CommitCounts counts = new CommitCounts();

    @BeforeEach
    void start() {
        producer.initTransactions();
    }

    private TransactionalSink sink(int recordsPerTransaction, ProducerProgress before) {
        SinkOptions options = new SinkOptions(
                Map.of(SinkOptions.TOPIC_PREFIX, "desk."),
                PRODUCER,
                SOURCE,
                recordsPerTransaction,
                Duration.ofMillis(200));
        return new TransactionalSink(
                options, producer, () -> registryClosed = true, Optional.ofNullable(before), () -> now, counts);
    }

    private List<ProducerProgress> progressWritten() {
        return producer.history().stream()
                .map(ProducerRecord::value)
                .filter(ProducerProgress.class::isInstance)
                .map(ProducerProgress.class::cast)
                .toList();
    }

    private List<Long> blocksWritten() {
        return producer.history().stream()
                .map(ProducerRecord::value)
                .filter(PriceTick.class::isInstance)
                .map(value -> ((PriceTick) value).getBlockNumber())
                .distinct()
                .toList();
    }

    @Test
    void recordsAndProgressAreOneTransaction() {
        TransactionalSink sink = sink(1, null);

        assertThat(sink.write(block(7, 2))).isEqualTo(2);

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("desk.price-ticks", "desk.price-ticks", "desk.producer-progress");
        assertThat(producer.history()).extracting(ProducerRecord::timestamp).containsExactly(7000L, 7001L, 7001L);
        assertThat(producer.history().get(2).key()).isEqualTo(PRODUCER);
        assertThat(progressWritten()).containsExactly(progress(7, 2));
    }

    @Test
    void smallBlocksShareATransactionButAreNeverCut() {
        TransactionalSink sink = sink(5, null);

        sink.write(block(1, 3));
        assertThat(producer.commitCount()).isZero();
        sink.write(block(2, 3));
        assertThat(producer.commitCount()).isEqualTo(1);
        sink.write(block(3, 1));
        sink.finish();

        assertThat(progressWritten()).containsExactly(progress(2, 6), progress(3, 7));
    }

    @Test
    void anOldTransactionIsCommittedWithTheNextBlock() {
        TransactionalSink sink = sink(1000, null);

        sink.write(block(1, 1));
        now = now.plusMillis(200);
        sink.write(block(2, 1));

        assertThat(producer.commitCount()).isEqualTo(1);
    }

    @Test
    void emptyBlocksAndEmptyFlushesWriteNothing() {
        TransactionalSink sink = sink(1, null);

        assertThat(sink.write(block(1, 0))).isZero();
        sink.flush();
        sink.finish();

        assertThat(producer.commitCount()).isZero();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void whatAnEarlierRunCommittedIsNotWrittenAgain() {
        TransactionalSink sink = sink(1, progress(2, 5));

        assertThat(sink.write(block(1, 3))).isZero();
        assertThat(sink.write(block(2, 2))).isZero();
        assertThat(sink.write(block(3, 2))).isEqualTo(2);
        sink.finish();

        assertThat(blocksWritten()).containsExactly(3L);
        assertThat(progressWritten()).containsExactly(progress(3, 7));
    }

    @Test
    void theNumbersOfAPoolGoOnWhereAnEarlierRunStopped() {
        TransactionalSink sink = sink(1, progress(2, 5));

        sink.write(block(1, 2));
        sink.write(block(2, 3));
        sink.write(block(3, 2));

        assertThat(producer.history())
                .extracting(ProducerRecord::value)
                .filteredOn(PriceTick.class::isInstance)
                .extracting(
                        value -> ((PriceTick) value).getPoolSequence(), value -> ((PriceTick) value).getProducerId())
                .containsExactly(tuple(5L, PRODUCER), tuple(6L, PRODUCER));
    }

    @Test
    void aSourceThatGivesOtherBlocksThanBeforeIsRefused() {
        assertThatThrownBy(() -> sink(1, progress(2, 5)).write(block(1, 6)))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("block 1 has 6 records where only 5 more were committed");
        assertThatThrownBy(() -> sink(1, progress(2, 5)).write(block(3, 5)))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("the last block committed was 2 hash-2, in its place there is now 3 hash-3");
        TransactionalSink cut = sink(1, progress(2, 5));
        cut.write(block(1, 3));
        assertThatThrownBy(cut::finish)
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("it ends 2 records short of what was committed");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void anotherSourceIsRefused() {
        ProducerProgress other = ProducerProgress.newBuilder(progress(2, 5))
                .setSource("other.jsonl")
                .build();

        assertThatThrownBy(() -> sink(1, other))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("replay-1 has already written 5 records of another source [other.jsonl]");
    }

    @Test
    void whatIsNotFlushedIsAbortedOnClose() {
        TransactionalSink sink = sink(1000, null);
        sink.write(block(1, 3));

        sink.close();

        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.closed()).isTrue();
        assertThat(producer.history()).isEmpty();
        assertThat(registryClosed).isTrue();
    }

    @Test
    void aFailureToSendNamesTheProducerAndLeavesNothingBehind() {
        TransactionalSink sink = sink(1, null);
        producer.sendException = new KafkaException("the disk is full");

        assertThatThrownBy(() -> sink.write(block(1, 3)))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("replay-1")
                .hasMessageContaining("the disk is full");
        sink.close();

        assertThat(producer.transactionAborted()).isTrue();
    }

    @Test
    void aProducerThatWasReplacedSaysSo() {
        TransactionalSink sink = sink(1, null);
        producer.commitTransactionException = new ProducerFencedException("epoch");

        assertThatThrownBy(() -> sink.write(block(1, 3)))
                .isInstanceOf(SinkException.class)
                .hasMessage("another producer named replay-1 has started, this one ends");
    }

    @Test
    void countsWhatIsCommittedAndNothingThatIsOpen() {
        TransactionalSink sink = sink(100, null);
        now = Instant.ofEpochSecond(50);
        sink.write(block(7, 2));
        assertThat(counts.records()).isEmpty();
        assertThat(counts.last()).isEmpty();

        sink.flush();

        assertThat(counts.records()).isEqualTo(Map.of(Topic.PRICE_TICKS, 2L));
        assertThat(counts.commits()).isEqualTo(1);
        assertThat(counts.last()).contains(new CommitCounts.Commit(now, 7, Instant.ofEpochMilli(7001)));
    }

    @Test
    void aLiveSourceGivesNothingAgain() {
        SinkOptions options = SinkOptions.of(Map.of(), PRODUCER, SOURCE).live().oneBlockPerTransaction();
        TransactionalSink sink = new TransactionalSink(
                options, producer, () -> registryClosed = true, Optional.of(progress(7, 100)), () -> now, counts);

        assertThat(sink.write(block(1, 2))).isEqualTo(2);
        sink.finish();

        assertThat(progressWritten()).containsExactly(progress(1, 102));
    }
}
