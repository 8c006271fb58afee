/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Says where a value is not what a description's schema says; as much of JSON Schema as ours uses. */
final class DescribedValue {
    private final Map<String, Object> description;

    DescribedValue(Map<String, Object> description) {
        this.description = description;
    }

    /** Empty: it is as described. Values that an object has and its schema does not name are faults too, unless it names none. */
    List<String> faults(JsonNode value, Map<String, Object> schema, String place) {
        Map<String, Object> own = resolve(schema);
        List<String> faults = new ArrayList<>();
        if (own.get("type") != null && !hasType(value, own.get("type"))) {
            faults.add(place + " is " + value.getNodeType() + ", not " + own.get("type"));
            return faults;
        }
        if (own.get("enum") instanceof List<?> words && !words.contains(value.asText())) {
            faults.add(place + " is " + value + ", none of " + words);
        }
        if (value.isArray() && own.get("items") != null) {
            for (int index = 0; index < value.size(); index++) {
                faults.addAll(faults(value.get(index), map(own.get("items")), place + "/" + index));
            }
        }
        if (value.isObject()) {
            faults.addAll(objectFaults(value, own, place));
        }
        return faults;
    }

    private List<String> objectFaults(JsonNode value, Map<String, Object> schema, String place) {
        List<String> faults = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        for (Map<String, Object> part : parts(schema)) {
            Map<String, Object> properties = map(part.getOrDefault("properties", Map.of()));
            properties.forEach((name, property) -> {
                named.add(name);
                if (value.has(name)) {
                    faults.addAll(faults(value.get(name), map(property), place + "/" + name));
                }
            });
            for (Object required : (List<?>) part.getOrDefault("required", List.of())) {
                if (!value.has((String) required)) {
                    faults.add(place + " has no " + required);
                }
            }
        }
        boolean open = named.isEmpty() || named.equals(Set.of("key"));
        if (!open) {
            value.fieldNames().forEachRemaining(name -> {
                if (!named.contains(name)) {
                    faults.add(place + " has " + name + ", which is not described");
                }
            });
        }
        return faults;
    }

    private List<Map<String, Object>> parts(Map<String, Object> schema) {
        if (!(schema.get("allOf") instanceof List<?> all)) {
            return List.of(schema);
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        all.forEach(part -> parts.add(resolve(map(part))));
        return parts;
    }

    private Map<String, Object> resolve(Map<String, Object> schema) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return schema;
        }
        Object found = description;
        for (String step : reference.substring(2).split("/")) {
            found = map(found).get(step);
        }
        return map(found);
    }

    private static boolean hasType(JsonNode value, Object type) {
        if (type instanceof List<?> types) {
            return types.stream().anyMatch(one -> hasType(value, one));
        }
        return switch ((String) type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }
}
