/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerde;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** What one writes next: positions and ticks of a pool come to one processor, which goes through all of them each time. */
public final class LoopOverPositions {

    private static final String STORE = "positions";

    private LoopOverPositions() {}

    public static Topology topology(String prefix, SchemaRegistryClient registry) {
        return new Topology()
                .addSource(
                        "read-positions",
                        new StringDeserializer(),
                        new AvroDeserializer<>(PositionEvent.class, registry),
                        Topic.POSITION_EVENTS.fullName(prefix))
                .addSource(
                        "read-ticks",
                        new StringDeserializer(),
                        new AvroDeserializer<>(PriceTick.class, registry),
                        Topic.PRICE_TICKS.fullName(prefix))
                .addProcessor("revalue-all", Loop::new, "read-positions", "read-ticks")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE),
                                Serdes.String(),
                                new AvroSerde<>(PositionEvent.class, registry, true)),
                        "revalue-all")
                .addSink(
                        "publish-risk",
                        Topic.POSITION_RISK.fullName(prefix),
                        new StringSerializer(),
                        new AvroSerializer<PositionRisk>(registry, true),
                        "revalue-all");
    }

    /** Mutable and single-threaded; the store holds what the lists hold. */
    private static final class Loop implements Processor<String, SpecificRecord, String, PositionRisk> {

        private final Map<String, List<HeldPosition>> byPool = new HashMap<>();
        private ProcessorContext<String, PositionRisk> context;
        private KeyValueStore<String, PositionEvent> store;

        @Override
        public void init(ProcessorContext<String, PositionRisk> processorContext) {
            context = processorContext;
            store = context.getStateStore(STORE);
            byPool.clear();
            try (KeyValueIterator<String, PositionEvent> all = store.all()) {
                all.forEachRemaining(stored -> hold(stored.value));
            }
        }

        @Override
        public void process(Record<String, SpecificRecord> record) {
            if (record.value() instanceof PositionEvent mint) {
                store.put(HeldPosition.id(mint), mint);
                hold(mint);
            } else if (record.value() instanceof PriceTick tick) {
                double sqrtPrice = Revaluation.sqrtPrice(tick);
                for (HeldPosition position : byPool.getOrDefault(record.key(), List.of())) {
                    PositionRisk risk = Revaluation.of(position, sqrtPrice, tick);
                    context.forward(new Record<>(position.id(), risk, record.timestamp()));
                }
            }
        }

        private void hold(PositionEvent mint) {
            byPool.computeIfAbsent(mint.getPoolId(), absent -> new ArrayList<>())
                    .add(HeldPosition.of(mint));
        }
    }
}
