/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * Every version that the schemas of stored rows ever had: a row says by a fingerprint which one it was written with. When a
 * schema changes, its old text goes to {@code state-schemas/} among the resources and its name into the list there.
 */
final class StateSchemas {

    private static final String FOLDER = "/state-schemas/";
    private static final String LIST = "earlier-versions.txt";

    private StateSchemas() {}

    static SchemaStore earlierVersions() {
        SchemaStore.Cache store = new SchemaStore.Cache();
        earlierFiles().forEach(file -> store.addSchema(new Schema.Parser().parse(text(file))));
        return store;
    }

    private static List<String> earlierFiles() {
        return text(LIST)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = StateSchemas.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + FOLDER + file, e);
        }
    }
}
