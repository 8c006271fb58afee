/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.load;

import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.UsageError;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.cluster.RecordWriter;
import io.ballast.cli.config.Settings;
import io.ballast.producers.sink.OutgoingRecord;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ballast load hedges}: instruments, policies and hedge events from files to a cluster. */
@Command(
        name = "hedges",
        description =
                "Writes hedge instruments, policies and hedge events to their topics. All files are checked before"
                        + " anything is written; events may be written twice, they count once.")
public final class LoadHedgesCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private HedgeOptions options;

    LoadHedgesCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<OutgoingRecord> records = options.files().records();
        if (records.isEmpty()) {
            throw new UsageError(
                    "nothing to load: give --instruments, --policies or --hedge-events a file with records");
        }
        try (Cluster cluster = Cluster.connect(Settings.of(context).config())) {
            SchemaRegistryClient registry = cluster.registry();
            try (RecordWriter writer = RecordWriter.open(cluster, registry)) {
                String prefix = cluster.config().topicPrefix();
                records.forEach(record -> writer.write(
                        record.topic().fullName(prefix), record.key(), record.value(), record.timestampMs()));
            } finally {
                Cluster.close(registry);
            }
        }
        context.terminal().out().println(records.size() + " records written");
        return ExitCode.OK;
    }
}
