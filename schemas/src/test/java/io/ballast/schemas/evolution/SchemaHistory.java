/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.evolution;

import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The committed schemas that a topic has had: {@code src/main/schema-history/<topic>/<n>.avsc}, n from 1. */
public final class SchemaHistory {
    private static final Path ROOT = Path.of("src/main/schema-history");

    private SchemaHistory() {}

    /** Oldest first; empty for a topic that has none. */
    public static List<Schema> of(Topic topic) {
        List<Schema> history = new ArrayList<>();
        for (Path file = file(topic, 1); Files.exists(file); file = file(topic, history.size() + 1)) {
            history.add(parse(file));
        }
        return history;
    }

    /** Where the schema of that number is, or would be. */
    public static Path file(Topic topic, int number) {
        return ROOT.resolve(topic.shortName()).resolve(number + ".avsc");
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
