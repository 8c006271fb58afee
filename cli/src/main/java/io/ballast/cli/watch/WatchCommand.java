/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.cli.records.RecordLines;
import io.ballast.cli.topics.TopicNames;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast watch}: a topic's records as they come, decoded. */
@Command(
        name = "watch",
        description = "Shows a topic's records as they come, decoded; until Ctrl-C, or until --max have been shown.")
public final class WatchCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    private final CliContext context;
    private final AtomicBoolean told = new AtomicBoolean();

    @Parameters(
            paramLabel = "TOPIC",
            description = "Name, with or without prefix.",
            completionCandidates = TopicNames.class)
    private String name;

    @Option(names = "--from-beginning", description = "Also what is there already.")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "End after so many records.")
    private Long max;

    @Option(names = "--key", paramLabel = "KEY", description = "Only records with this key.")
    private String key;

    public WatchCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.interruption().onSignal(() -> told.set(true));
        BallastConfig config = Settings.of(context).config();
        Topic topic = TopicNames.find(name, config.topicPrefix());
        try (Cluster cluster = Cluster.connect(config)) {
            SchemaRegistryClient registry = cluster.registry();
            try (TopicTail tail = TopicTail.open(cluster.consumer(), config.topic(topic), fromBeginning)) {
                show(tail, new RecordLines(topic, registry));
            } finally {
                Cluster.close(registry);
            }
        }
        return ExitCode.OK;
    }

    private void show(TopicTail tail, RecordLines lines) {
        long shown = 0;
        // Nobody reads on at the other end of a pipe that is closed.
        while (!told.get()
                && (max == null || shown < max)
                && !context.terminal().out().checkError()) {
            for (ConsumerRecord<byte[], byte[]> record : tail.next(POLL)) {
                if (isWanted(record) && (max == null || shown < max)) {
                    context.terminal().out().println(text(lines.of(record)));
                    shown++;
                }
            }
        }
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(key)
                .map(wanted -> record.key() != null && wanted.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .orElse(true);
    }

    private String text(ObjectNode line) {
        return context.options().output() == OutputFormat.json ? line.toString() : WatchLine.of(line);
    }
}
