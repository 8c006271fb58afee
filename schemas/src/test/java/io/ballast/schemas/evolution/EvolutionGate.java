/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.evolution;

import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Decides, as the registry will, whether a topic's schema may follow those that it has had. */
final class EvolutionGate {
    private EvolutionGate() {}

    /** Why today's schema cannot stand, and what to do about it; empty if it is the newest of a sound history. */
    static Optional<String> objection(Topic topic, List<Schema> history, Schema today) {
        if (history.isEmpty()) {
            return Optional.of("Topic " + topic.shortName() + " has no schema history: copy its .avsc to "
                    + SchemaHistory.file(topic, 1));
        }
        List<Schema> before = history.subList(0, history.size() - 1);
        Schema newest = history.get(history.size() - 1);
        if (newest.equals(today)) {
            return breach(topic, before, newest);
        }
        return Optional.of(breach(topic, history, today)
                .orElse("The schema of topic " + topic.shortName() + " has changed, compatibly: copy its .avsc to "
                        + SchemaHistory.file(topic, history.size() + 1)
                        + ", and say so in the changelog. Never change an older file that has been released."));
    }

    private static Optional<String> breach(Topic topic, List<Schema> before, Schema next) {
        List<String> reasons = checker(topic.direction().compatibility())
                .isCompatible(
                        new AvroSchema(next),
                        before.stream().map(AvroSchema::new).toList());
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("The schema of topic " + topic.shortName() + " is not "
                        + topic.direction().compatibility() + " with its history: " + String.join("; ", reasons)
                        + ". Give a new field a default, keep old ones, or make a new topic.");
    }

    private static CompatibilityChecker checker(CompatibilityLevel level) {
        return switch (level) {
            case FORWARD_TRANSITIVE -> CompatibilityChecker.FORWARD_TRANSITIVE_CHECKER;
            case FULL_TRANSITIVE -> CompatibilityChecker.FULL_TRANSITIVE_CHECKER;
            default -> throw new IllegalArgumentException("Not a rule of ours: " + level);
        };
    }
}
