/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Finds its way in YAML that was read. */
final class Yamls {

    private Yamls() {}

    static Map<String, Object> load(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object node) {
        return node == null ? List.of() : (List<Object>) node;
    }

    /** What stands at the end of a path of keys; a number is a place in a list. */
    static Object at(Object node, Object... path) {
        Object found = node;
        for (Object step : path) {
            found = step instanceof Integer place
                    ? list(found).get(place)
                    : map(found).get(step.toString());
        }
        return found;
    }
}
