/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.snapshot;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.cluster.RecordWriter;
import io.ballast.cli.config.Settings;
import io.ballast.cli.records.PartitionReader;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast snapshot}: asks the topology to publish every position of a pool as of now. */
@Command(
        name = "snapshot",
        description =
                "Asks for every position of a pool to be published as of the pool's newest block: records with reason"
                        + " SNAPSHOT on position-risk.")
public final class SnapshotCommand implements Callable<Integer> {
    private static final int AFTER_ALL_LOGS = Integer.MAX_VALUE;

    private final CliContext context;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--label", paramLabel = "TEXT", description = "A name for it, such as end-of-day.")
    private String label;

    /** Either one pool or all. */
    static final class Which {
        @Option(
                names = "--pool",
                paramLabel = "ID",
                required = true,
                description = "The pool, as venue:chainId:address.")
        private String pool;

        @Option(names = "--all", required = true, description = "Every pool that is defined.")
        private boolean all;
    }

    public SnapshotCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Cluster cluster = Cluster.connect(Settings.of(context).config())) {
            SchemaRegistryClient registry = cluster.registry();
            try (PartitionReader reader = PartitionReader.open(cluster.consumer(), InstantSource.system())) {
                Map<String, PoolHead> heads = heads(new PoolHeads(cluster, reader, registry));
                request(cluster, registry, heads);
            } finally {
                Cluster.close(registry);
            }
        }
        return ExitCode.OK;
    }

    private Map<String, PoolHead> heads(PoolHeads lookup) {
        Set<String> pools = which.all ? lookup.pools() : Set.of(which.pool);
        Map<String, PoolHead> heads = new LinkedHashMap<>();
        pools.forEach(pool -> lookup.head(pool).ifPresent(head -> heads.put(pool, head)));
        if (heads.isEmpty()) {
            throw new CommandFailed(
                    which.all
                            ? "no pool has any records on this cluster"
                            : "no records of pool " + which.pool + " on this cluster");
        }
        return heads;
    }

    private void request(Cluster cluster, SchemaRegistryClient registry, Map<String, PoolHead> heads) {
        String topic = cluster.config().topic(Topic.POOL_EVENTS);
        try (RecordWriter writer = RecordWriter.open(cluster, registry)) {
            heads.forEach((pool, head) -> {
                // In the head's own millisecond: merged by time it follows what it is to show, and no clock is asked.
                writer.write(topic, pool, request(pool, head), head.timestampMs());
                context.terminal()
                        .out()
                        .println("snapshot of " + pool + " as of block " + head.blockNumber() + " asked for");
            });
        }
    }

    private PoolEvent request(String pool, PoolHead head) {
        return PoolEvent.newBuilder()
                .setPoolId(pool)
                .setKind(PoolEventKind.SNAPSHOT)
                .setLabel(label)
                .setBlockNumber(head.blockNumber())
                .setBlockHash(head.blockHash().orElse(null))
                .setLogIndex(AFTER_ALL_LOGS)
                .setEventTime(head.eventTime())
                .setSimulated(head.simulated())
                .build();
    }
}
