/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.shares;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.cli.SharedData;
import java.io.IOException;

/** Published numeric cases, which lie beside the repository. */
final class Vectors {
    private Vectors() {}

    /** The case of that id; where there are none the test is skipped. */
    static JsonNode get(String id) throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedData.require("vectors/vectors.json").toFile());
        for (JsonNode vector : file.get("vectors")) {
            if (vector.get("id").asText().equals(id)) {
                return vector;
            }
        }
        throw new IllegalArgumentException("no case " + id);
    }
}
