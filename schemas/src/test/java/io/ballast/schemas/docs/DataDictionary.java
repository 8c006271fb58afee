/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Writes the dictionary of all fields, by name: what the reference of topics tells topic by topic. A name that means different things is
 * told once for each.
 */
final class DataDictionary {
    static final CommittedFile FILE =
            new CommittedFile(Path.of("../docs/reference/data-dictionary.md"), "DataDictionaryTest");

    /** What is told once, wherever it stands. */
    private record Meaning(String type, String unit, String doc) {}

    private final Map<String, Map<Meaning, Set<String>>> places = new TreeMap<>();

    private DataDictionary() {}

    static String page() {
        DataDictionary dictionary = new DataDictionary();
        for (Topic topic : Topic.values()) {
            dictionary.take(topic);
        }
        return dictionary.text();
    }

    private void take(Topic topic) {
        Map<String, Schema> nested = new LinkedHashMap<>();
        take(topic.valueSchema(), topic.shortName(), nested);
        for (int taken = 0; taken < nested.size(); taken++) {
            Schema schema = List.copyOf(nested.values()).get(taken);
            take(schema, topic.shortName() + "/" + schema.getName(), nested);
        }
    }

    /** @param nested  types met so far; those in this one are added */
    private void take(Schema schema, String place, Map<String, Schema> nested) {
        if (schema.getType() != Schema.Type.RECORD) {
            return;
        }
        for (Schema.Field field : schema.getFields()) {
            String type = FieldType.of(field, nested).replaceAll("\\[(\\w+)]\\(#\\w+\\)", "$1");
            Meaning meaning = new Meaning(type, FieldUnit.of(field).orElse(""), field.doc());
            places.computeIfAbsent(field.name(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(meaning, first -> new LinkedHashSet<>())
                    .add(place);
        }
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(
                "<!-- Generated from the topic catalogue and the Avro contracts. Do not edit: see the end of this page. -->",
                "# Data dictionary",
                "",
                "Every field of every topic by name; topic by topic, with the values of enumerations: [topics.md](topics.md). A field stands in a"
                        + " topic's record (`topic`), or in a record within it (`topic/Record`).",
                "",
                "Units: " + FieldUnit.conventions()
                        + ". Where none is given the meaning tells it. Names that end in `0` or `1` are about token0"
                        + " and token1 of a pool. *Optional* fields may be null.",
                "",
                "| field | type | unit | meaning | in |",
                "|---|---|---|---|---|"));
        places.forEach((name, meanings) -> meanings.forEach((meaning, where) -> lines.add(row(name, meaning, where))));
        lines.addAll(List.of("", "To write this page anew:", "", "    " + FILE.howToWrite(), ""));
        return String.join("\n", lines);
    }

    private static String row(String name, Meaning meaning, Set<String> where) {
        String in = where.stream().map(place -> "`" + place + "`").collect(Collectors.joining(", "));
        return "| `" + name + "` | " + meaning.type() + " | " + meaning.unit() + " | "
                + meaning.doc().replace("|", "\\|").replace("\n", " ") + " | " + in + " |";
    }
}
