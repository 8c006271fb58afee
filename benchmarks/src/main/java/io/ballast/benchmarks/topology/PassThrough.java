/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** Reads each tick, decodes it, encodes it again and publishes it: nobody who reads and publishes can be faster. */
public final class PassThrough {

    private PassThrough() {}

    /** Where the ticks go. */
    public static String output(String prefix) {
        return prefix + "passed-ticks";
    }

    public static Topology topology(String prefix, SchemaRegistryClient registry) {
        return new Topology()
                .addSource(
                        "read-ticks",
                        new StringDeserializer(),
                        new AvroDeserializer<>(PriceTick.class, registry),
                        Topic.PRICE_TICKS.fullName(prefix))
                .addSink(
                        "publish-ticks",
                        output(prefix),
                        new StringSerializer(),
                        new AvroSerializer<PriceTick>(registry, true),
                        "read-ticks");
    }
}
