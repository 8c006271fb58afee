/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/** What one writes first: a table of positions joined by its pool with a table of prices. */
public final class ForeignKeyJoin {

    private ForeignKeyJoin() {}

    /** Positions by id: what was deposited. */
    public static String positions(String prefix) {
        return prefix + "positions";
    }

    public static Topology topology(String prefix, SchemaRegistryClient registry) {
        Serde<String> keys = Serdes.String();
        AvroSerde<PositionEvent> deposits = new AvroSerde<>(PositionEvent.class, registry, true);
        AvroSerde<PriceTick> ticks = new AvroSerde<>(PriceTick.class, registry, true);
        AvroSerde<PositionRisk> risks = new AvroSerde<>(PositionRisk.class, registry, true);
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, PositionEvent> positions = builder.table(positions(prefix), Consumed.with(keys, deposits));
        KTable<String, PriceTick> prices =
                builder.table(Topic.PRICE_TICKS.fullName(prefix), Consumed.with(keys, ticks));
        positions
                .join(prices, PositionEvent::getPoolId, ForeignKeyJoin::revalue, Materialized.with(keys, risks))
                .toStream()
                .to(Topic.POSITION_RISK.fullName(prefix), Produced.with(keys, risks));
        return builder.build();
    }

    private static PositionRisk revalue(PositionEvent deposit, PriceTick tick) {
        return Revaluation.of(HeldPosition.of(deposit), Revaluation.sqrtPrice(tick), tick);
    }
}
