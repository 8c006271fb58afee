/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.backtest.Backtest;
import io.ballast.cli.cluster.RecordWriter;
import io.ballast.cli.config.Settings;
import io.ballast.cli.records.PartitionReader;
import io.ballast.cli.records.TopicExport;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.stack.TemporaryFolder;
import io.ballast.cli.terminal.ProgressBar;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.producers.replay.ReplaySummary;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.PublicationKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.errors.InterruptException;

/** One replay: a stack of its own, the topology on it, the input sent, all of it processed, the topics written to files. */
final class ReplayRun {
    private static final String PRODUCER_ID = "replay";

    /** Every record counts here, also those that a later one of the same key has overtaken. */
    private static final Map<String, String> NO_COMPACTION =
            Map.of("log.cleaner.min.compaction.lag.ms", Long.toString(Long.MAX_VALUE));

    private final CliContext context;
    private final Settings settings;
    private final int partitions;
    private final Path owners;
    private final List<OutgoingRecord> hedging;
    private final Backtest backtest;
    private final InstantSource clock = InstantSource.system();

    /**
     * @param owners  portfolios of owners; null: none
     * @param hedging  instruments, policies and hedge events, which are there before the input
     * @param backtest  has the portfolios' figures as they were published; null: none
     */
    ReplayRun(
            CliContext context,
            Settings settings,
            int partitions,
            Path owners,
            List<OutgoingRecord> hedging,
            Backtest backtest) {
        this.context = context;
        this.settings = settings;
        this.partitions = partitions;
        this.owners = owners;
        this.hedging = hedging;
        this.backtest = backtest;
    }

    /**
     * @param out  an existing folder
     * @throws CommandFailed if it cannot be carried through
     */
    ReplayReport run(ReplayInput input, List<Path> files, InputFormat format, Path out) {
        context.interruption().onSignal(Thread.currentThread()::interrupt);
        Stopwatch watch = new Stopwatch(System::nanoTime);
        String prefix = settings.config().topicPrefix();
        LocalStackOptions options = LocalStackOptions.defaults().withBrokerSettings(NO_COMPACTION);
        try (TemporaryFolder state = TemporaryFolder.create("ballast-replay-");
                PreparedStack stack = PreparedStack.start(options, TopicPlan.keepingEverything(prefix, partitions))) {
            Processed processed = process(stack, config(stack, state), input, watch);
            Completion.awaitReadable(stack, prefix, clock);
            Export exported = export(stack, prefix, out);
            double exporting = watch.endPhase();
            return new ReplayReport(
                    files,
                    format,
                    processed.sent(),
                    exported.counts(),
                    processed.pending(),
                    exported.letters(),
                    new ReplayReport.Seconds(processed.starting(), processed.processing(), exporting, watch.total()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private record Processed(ReplaySummary sent, long pending, double starting, double processing) {}

    private record Export(Map<Topic, Long> counts, DeadLetterDigest letters) {}

    private BallastConfig config(PreparedStack stack, TemporaryFolder state) {
        Map<String, String> decided = new HashMap<>(stack.settings());
        decided.put(BallastKeys.STATE_DIR, state.path().toString());
        if (owners != null) {
            decided.put(PublicationKeys.OWNERS_FILE, owners.toAbsolutePath().toString());
        }
        if (backtest != null) {
            decided.putAll(Backtest.SETTINGS);
        }
        return settings.configWith(decided);
    }

    private Processed process(PreparedStack stack, BallastConfig config, ReplayInput input, Stopwatch watch)
            throws InterruptedException {
        try (RiskApplication application = RiskApplication.start(config)) {
            double starting = watch.endPhase();
            write(stack, config);
            ReplaySummary sent = send(stack, config.topicPrefix(), input);
            try (ProgressBar progress = new ProgressBar(context.terminal(), "processing")) {
                long pending = new Completion(stack, application, config, clock).awaitProcessed(progress);
                return new Processed(sent, pending, starting, watch.endPhase());
            }
        }
    }

    private void write(PreparedStack stack, BallastConfig config) {
        try (RecordWriter writer = RecordWriter.open(stack.kafka(), stack.registry(), false)) {
            hedging.forEach(record ->
                    writer.write(config.topic(record.topic()), record.key(), record.value(), record.timestampMs()));
        }
    }

    private ReplaySummary send(PreparedStack stack, String prefix, ReplayInput input) {
        Map<String, String> config = new HashMap<>(stack.producer());
        config.put(SinkOptions.TOPIC_PREFIX, prefix);
        SinkOptions options = SinkOptions.of(config, PRODUCER_ID, input.source());
        try (ProgressBar bar = new ProgressBar(context.terminal(), "reading");
                TransactionalSink sink = TransactionalSink.open(options, clock)) {
            return input.send(sink, new BytesRead(bar, System::nanoTime));
        } catch (InterruptException interrupted) {
            // Kafka sets the flag again; what closes after us must be able to wait.
            Thread.interrupted();
            throw interrupted;
        }
    }

    private Export export(PreparedStack stack, String prefix, Path out) {
        DeadLetterDigest letters = new DeadLetterDigest();
        try (PartitionReader reader = PartitionReader.open(stack.kafka(), clock)) {
            TopicExport export = new TopicExport(reader, stack.registry(), prefix);
            export.listen(Topic.DEAD_LETTERS, line -> letters.add(line.get("value")));
            if (backtest != null) {
                export.listen(Topic.PORTFOLIO_PARTS, line -> backtest.add(line.get("value")));
                export.listen(Topic.PORTFOLIO_CURVES, line -> backtest.addCurve(line.get("value")));
            }
            return new Export(export.exportAll(out), letters);
        }
    }
}
