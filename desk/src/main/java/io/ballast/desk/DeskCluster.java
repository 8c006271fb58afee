/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;

/**
 * Where a desk reads and, for what is done about alerts, writes.
 *
 * @param consumer  settings of Kafka's consumer
 * @param producer  settings of Kafka's producer
 * @param registry  schemas; the caller closes it after the desk
 * @param registersSchemas  whether schemas that the registry does not have are registered
 * @param topicPrefix  in front of every topic's name
 */
public record DeskCluster(
        Map<String, Object> consumer,
        Map<String, Object> producer,
        SchemaRegistryClient registry,
        boolean registersSchemas,
        String topicPrefix) {

    public DeskCluster {
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
    }

    /** The topic's name on the broker. */
    public String name(Topic topic) {
        return topic.fullName(topicPrefix);
    }
}
