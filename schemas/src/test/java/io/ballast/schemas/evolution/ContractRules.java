/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** How contracts are written, checked over a record and all that it holds. */
final class ContractRules {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final List<String> breaches = new ArrayList<>();

    private ContractRules() {}

    static List<String> breaches(Schema schema) {
        ContractRules rules = new ContractRules();
        rules.check(schema);
        return rules.breaches;
    }

    private void check(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> checkRecord(schema);
            case ENUM -> checkEnum(schema);
            case ARRAY -> check(schema.getElementType());
            case MAP -> check(schema.getValueType());
            case UNION -> schema.getTypes().forEach(this::check);
            default -> {}
        }
    }

    private void checkRecord(Schema schema) {
        requireDoc(schema.getFullName(), schema.getDoc());
        for (Schema.Field field : schema.getFields()) {
            String name = schema.getFullName() + "." + field.name();
            requireDoc(name, field.doc());
            require(SNAKE_CASE.matcher(field.name()).matches(), name + ": not snake_case");
            require(
                    !field.name().endsWith("_raw") || isText(field.schema()),
                    name + ": exact integers are decimal strings");
            require(
                    !field.schema().isUnion() || isOptional(field),
                    name + ": optional is [\"null\", T] with default null");
            check(field.schema());
        }
    }

    private void checkEnum(Schema schema) {
        requireDoc(schema.getFullName(), schema.getDoc());
        require(
                "UNKNOWN".equals(schema.getEnumSymbols().get(0)) && "UNKNOWN".equals(schema.getEnumDefault()),
                schema.getFullName() + ": the first symbol and the default are UNKNOWN");
    }

    private static boolean isText(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .allMatch(type -> type.getType() == Schema.Type.NULL || type.getType() == Schema.Type.STRING)
                : schema.getType() == Schema.Type.STRING;
    }

    private static boolean isOptional(Schema.Field field) {
        List<Schema> types = field.schema().getTypes();
        return types.size() == 2
                && types.get(0).getType() == Schema.Type.NULL
                && field.defaultVal() == JsonProperties.NULL_VALUE;
    }

    private void requireDoc(String name, String doc) {
        require(doc != null && !doc.isBlank(), name + ": no doc");
    }

    private void require(boolean kept, String breach) {
        if (!kept) {
            breaches.add(breach);
        }
    }
}
