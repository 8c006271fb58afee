/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows where it stands: whatever is wrong is said with file and line. */
public final class YamlMap {

    private final String file;
    private final Node node;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMap(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "expected keys and values");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode());
            if (values.put(key, entry.getValueNode()) != null) {
                throw wrong(entry.getKeyNode(), key + " stands here twice");
            }
            keys.put(key, entry.getKeyNode());
        }
    }

    /** Refuses keys that mean nothing here. */
    public YamlMap requireKnown(Set<String> known) {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!known.contains(key.getKey())) {
                throw wrong(key.getValue(), "unknown key " + key.getKey() + hint(key.getKey(), known));
            }
        }
        return this;
    }

    /** What may have been meant, or what there is: the end of a message. */
    public static String hint(String given, Set<String> known) {
        return NearestName.of(given, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; known are " + String.join(", ", known));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar);
    }

    public String requireText(String key) {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> wrong(node, key + " is missing"));
    }

    /** A length of time such as 90s, 10m, 4h or 1 d, in milliseconds. */
    public long millis(String key, long usualMs) {
        return text(key)
                .map(text -> Durations.millis(text)
                        .orElseThrow(() -> wrong(key, "\"" + text + "\" is not a number and s, m, h or d")))
                .orElse(usualMs);
    }

    /** The word given for the key, which must be one of those known. */
    public String requireKnownWord(String key, Set<String> known, String given) {
        if (!known.contains(given)) {
            throw wrong(key, "unknown " + key + " " + given + hint(given, known));
        }
        return given;
    }

    /** The one of those known whose name, in small letters, is the word given for the key. */
    public <E extends Enum<E>> E requireOneOf(String key, Collection<E> known, String given) {
        Map<String, E> byWord = new LinkedHashMap<>();
        known.forEach(one -> byWord.put(one.name().toLowerCase(Locale.ROOT), one));
        return byWord.get(requireKnownWord(key, byWord.keySet(), given));
    }

    public Optional<YamlMap> map(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> new YamlMap(file, value));
    }

    /** Empty where there is no such key, or nothing in it. */
    public List<YamlMap> maps(String key) {
        return items(key).stream().map(item -> new YamlMap(file, item)).toList();
    }

    /** Empty likewise. */
    public List<String> texts(String key) {
        return items(key).stream().map(this::scalar).toList();
    }

    public Map<String, String> strings() {
        Map<String, String> strings = new LinkedHashMap<>();
        values.forEach((key, value) -> strings.put(key, scalar(value)));
        return strings;
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null
                || value instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw wrong(value, key + " must be a list");
        }
        return new ArrayList<>(sequence.getValue());
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(value, "expected a single value");
    }

    /** Of the value of a key; of the whole where there is no such key. */
    public ConfigException wrong(String key, String message) {
        return wrong(values.getOrDefault(key, node), message);
    }

    private ConfigException wrong(Node where, String message) {
        return new ConfigException(file + ":" + (where.getStartMark().getLine() + 1) + ": " + message);
    }
}
