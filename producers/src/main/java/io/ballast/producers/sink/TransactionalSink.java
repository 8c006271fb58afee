/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schema.ProducerProgress;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes whole blocks in Kafka transactions, each with a progress record of its own, so that records and progress can not
 * come apart. Opening it ends a former producer of the same id, aborts what that left open, and finds what it committed:
 * a killed producer that starts again and gives the same blocks leaves no record out and none twice.
 *
 * <p>It completes the records of pools with their place in the order of delivery ({@code pool_sequence}), which for the same
 * blocks is the same again.
 */
public final class TransactionalSink implements RecordSink {

    private static final Logger log = LoggerFactory.getLogger(TransactionalSink.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final SinkOptions options;
    private final Producer<String, SpecificRecord> producer;
    private final Closeable registry;
    private final AlreadyCommitted already;
    private final PoolSequences sequences;
    private final InstantSource clock;
    private final CommitCounts counts;

    private long recordsSent;
    private boolean transactionOpen;
    private RecordBlock lastBlock;
    private long uncommittedRecords;
    private long transactionBeganMs;

    TransactionalSink(
            SinkOptions options,
            Producer<String, SpecificRecord> producer,
            Closeable registry,
            Optional<ProducerProgress> progress,
            InstantSource clock,
            CommitCounts counts) {
        this.options = options;
        this.producer = producer;
        this.registry = registry;
        this.already = new AlreadyCommitted(progress, options.source(), options.begin());
        this.recordsSent = progress.map(ProducerProgress::getRecordsSent).orElse(0L);
        this.sequences = new PoolSequences(options.producerId());
        this.clock = clock;
        this.counts = counts;
    }

    /**
     * Connects, fences, and reads the progress made so far. The topics must exist.
     *
     * @throws SinkException if the producer id has written another source, or the progress can not be read
     */
    public static TransactionalSink open(SinkOptions options, InstantSource clock) {
        return open(options, clock, new CommitCounts());
    }

    /**
     * The same.
     *
     * @param counts  told of each commit
     */
    public static TransactionalSink open(SinkOptions options, InstantSource clock, CommitCounts counts) {
        SchemaRegistryClient registry = RegistryClients.create(options.config());
        try {
            return open(options, registry, clock, counts);
        } catch (InterruptException e) {
            close(registry);
            throw e;
        } catch (KafkaException e) {
            close(registry);
            throw new SinkException(
                    "producer " + options.producerId() + " could not start on the brokers at "
                            + options.config().get("bootstrap.servers") + ": " + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            close(registry);
            throw e;
        }
    }

    private static TransactionalSink open(
            SinkOptions options, SchemaRegistryClient registry, InstantSource clock, CommitCounts counts) {
        Producer<String, SpecificRecord> producer = new KafkaProducer<>(
                KafkaClients.producer(options),
                new StringSerializer(),
                new AvroSerializer<SpecificRecord>(registry, options.autoRegister()));
        try {
            producer.initTransactions();
            Optional<ProducerProgress> progress = new ProgressReader(
                            KafkaClients.reader(options),
                            new AvroDeserializer<>(ProducerProgress.class, registry),
                            Topic.PRODUCER_PROGRESS.fullName(options.topicPrefix()),
                            clock)
                    .lastOf(options.producerId());
            progress.ifPresent(done -> log.info(
                    "{} goes on after {} records, block {}",
                    options.producerId(),
                    done.getRecordsSent(),
                    done.getBlockNumber()));
            return new TransactionalSink(options, producer, registry, progress, clock, counts);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    @Override
    public int write(RecordBlock block) {
        // Those of an earlier run too: the numbers go on where it stopped.
        block.records().forEach(sequences::number);
        if (already.covers(block) || block.records().isEmpty()) {
            return 0;
        }
        guarded(() -> send(block));
        return block.records().size();
    }

    private void send(RecordBlock block) {
        if (!transactionOpen) {
            producer.beginTransaction();
            transactionOpen = true;
            transactionBeganMs = clock.millis();
        }
        block.records().forEach(this::send);
        block.records().forEach(record -> counts.sent(record.topic()));
        lastBlock = block;
        uncommittedRecords += block.records().size();
        if (uncommittedRecords >= options.maxRecordsPerTransaction() || isOld()) {
            commit();
        }
    }

    private void send(OutgoingRecord outgoing) {
        producer.send(new ProducerRecord<>(
                outgoing.topic().fullName(options.topicPrefix()),
                null,
                outgoing.timestampMs(),
                outgoing.key(),
                outgoing.value()));
    }

    private boolean isOld() {
        return clock.millis() - transactionBeganMs
                >= options.maxTransactionAge().toMillis();
    }

    @Override
    public void flush() {
        if (transactionOpen) {
            guarded(this::commit);
        }
    }

    private void commit() {
        long eventTimeMs =
                lastBlock.records().get(lastBlock.records().size() - 1).timestampMs();
        ProducerProgress progress = ProducerProgress.newBuilder()
                .setProducerId(options.producerId())
                .setSource(options.source())
                .setBlockNumber(lastBlock.blockNumber())
                .setBlockHash(lastBlock.blockHash().orElse(null))
                .setRecordsSent(recordsSent + uncommittedRecords)
                .build();
        send(new OutgoingRecord(Topic.PRODUCER_PROGRESS, options.producerId(), progress, eventTimeMs));
        producer.commitTransaction();
        counts.committed(
                new CommitCounts.Commit(clock.instant(), lastBlock.blockNumber(), Instant.ofEpochMilli(eventTimeMs)));
        transactionOpen = false;
        recordsSent += uncommittedRecords;
        uncommittedRecords = 0;
    }

    /**
     * To be called by a source that goes on for ever, when it has given again all that it gave before.
     *
     * @throws SinkException if not all of what was committed has come by
     */
    public void requireCaughtUp() {
        already.requireNothingLeft();
    }

    @Override
    public void finish() {
        already.requireNothingLeft();
        flush();
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            // The other one has aborted what was open.
            transactionOpen = false;
            throw new SinkException(
                    "another producer named " + options.producerId() + " has started, this one ends", e);
        } catch (KafkaException e) {
            throw new SinkException(
                    "producer " + options.producerId() + " could not write after " + recordsSent
                            + " records; started again it goes on from what was committed: " + e.getMessage(),
                    e);
        }
    }

    /** What is not flushed is aborted: at once if the broker answers, else when the transaction times out. */
    @Override
    public void close() {
        if (transactionOpen) {
            abort();
        }
        producer.close(CLOSE_PATIENCE);
        close(registry);
    }

    private static void close(Closeable registry) {
        try {
            registry.close();
        } catch (IOException e) {
            log.warn("The schema registry's client could not be closed", e);
        }
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            log.warn("{} could not abort its open transaction: the broker will", options.producerId(), e);
        }
    }
}
