/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.StringJoiner;

/** A record on one line for people: time, key, and the fields that say something. */
final class WatchLine {
    private WatchLine() {}

    static String of(ObjectNode line) {
        String head = Instant.ofEpochMilli(line.get("timestamp").asLong()) + "  "
                + line.get("key").asText();
        JsonNode value = line.get("value");
        if (line.has("undecodable")) {
            return head + "  undecodable: " + line.get("undecodable").asText();
        }
        return head + "  " + (value.isNull() ? "(deleted)" : fields(value));
    }

    private static String fields(JsonNode value) {
        StringJoiner fields = new StringJoiner(" ");
        value.properties().forEach(field -> {
            if (!isSilent(field.getValue())) {
                fields.add(field.getKey() + "="
                        + (field.getValue().isTextual() ? field.getValue().asText() : field.getValue()));
            }
        });
        return fields.toString();
    }

    private static boolean isSilent(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty()) || (value.isBoolean() && !value.asBoolean());
    }
}
