/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.settings;

import io.ballast.producers.files.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Settings that begin with a producer's prefix, checked as they are read. Messages name key, value and rule. Immutable. */
public final class GivenSettings {

    private final Map<String, String> settings;

    /**
     * @param prefix  what the producer's settings begin with; all others are not looked at
     * @param known  all that there may be of them
     * @throws InputException if there are others
     */
    public GivenSettings(Map<String, String> settings, String prefix, Set<String> known) {
        this.settings = Map.copyOf(settings);
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeIf(key -> !key.startsWith(prefix) || known.contains(key));
        if (!unknown.isEmpty()) {
            throw new InputException("no such settings: " + String.join(", ", unknown));
        }
    }

    /** The value without blanks around it; empty: not given. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(settings.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The values between commas. */
    public List<String> list(String key) {
        return text(key)
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** True or false; not given: false. */
    public boolean choice(String key) {
        return parsed(key, text(key).orElse("false"), value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not true or false");
        });
    }

    /** A whole number, if one is given. */
    public Optional<Long> whole(String key, long min, long max) {
        return text(key).map(value -> {
            if (value.matches("[0-9]{1,18}")) {
                long number = Long.parseLong(value);
                if (number >= min && number <= max) {
                    return number;
                }
            }
            throw broken(key, value, "a whole number from " + min + (max == Long.MAX_VALUE ? "" : " to " + max));
        });
    }

    /** A value as something else; what that objects to is told with the key. */
    public static <T> T parsed(String key, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException broken) {
            throw new InputException("setting " + key + " is [" + value + "]: " + broken.getMessage(), broken);
        }
    }

    /** What is wrong with a value, to be thrown. */
    public static InputException broken(String key, String value, String rule) {
        return new InputException("setting " + key + " is [" + value + "], not " + rule);
    }
}
