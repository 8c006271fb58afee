/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of a small input file, CSV or JSON. Names are compared without case and underscores: {@code tick_lower} is
 * {@code tickLower}.
 */
final class Row {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);
    private static final Pattern POOL_ID = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,80}");

    private final String place;
    private final Map<String, String> fields;

    /**
     * @param place  {@code file:line}
     * @param fields  its values by name; blank ones count as missing
     */
    Row(String place, Map<String, String> fields) {
        this.place = place;
        this.fields = fields.entrySet().stream()
                .filter(field -> !field.getValue().isBlank())
                .collect(Collectors.toMap(
                        field -> plain(field.getKey()),
                        field -> field.getValue().strip(),
                        (first, second) -> {
                            throw new InputException(
                                    place + ": a field is given twice, as " + first + " and " + second);
                        }));
    }

    static String plain(String name) {
        return name.strip().replace("_", "").toLowerCase(Locale.ROOT);
    }

    String place() {
        return place;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(plain(name)));
    }

    String requiredText(String name) {
        return required(name, text(name));
    }

    /** A contract or holder, in lower case. */
    String requiredAddress(String name) {
        return required(name, address(name));
    }

    Optional<String> address(String name) {
        return text(name).map(value -> {
            if (!ADDRESS.matcher(value).matches()) {
                throw broken(name, value, "an address: 0x and 40 hex digits");
            }
            return value.toLowerCase(Locale.ROOT);
        });
    }

    /** The same; none if it is the zero address, which stands for nobody. */
    Optional<String> addressButZero(String name) {
        return address(name).filter(address -> !address.equals(ZERO_ADDRESS));
    }

    /** A Uniswap v4 pool's id, in lower case. */
    String requiredPoolId(String name) {
        String value = requiredText(name);
        if (!POOL_ID.matcher(value).matches()) {
            throw broken(name, value, "a pool's id: 0x and 64 hex digits");
        }
        return value.toLowerCase(Locale.ROOT);
    }

    Optional<BigInteger> wholeNumber(String name) {
        return text(name).map(value -> {
            if (!WHOLE_NUMBER.matcher(value).matches()) {
                throw broken(name, value, "a whole number");
            }
            return new BigInteger(value);
        });
    }

    Optional<Integer> integer(String name, int from, int to) {
        return wholeNumber(name).map(value -> {
            if (value.compareTo(BigInteger.valueOf(from)) < 0 || value.compareTo(BigInteger.valueOf(to)) > 0) {
                throw broken(name, value.toString(), "between " + from + " and " + to);
            }
            return value.intValueExact();
        });
    }

    /** @throws InputException if the row does not have it */
    <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new InputException(place + ": " + name + " is missing"));
    }

    InputException broken(String name, String value, String rule) {
        return new InputException(place + ": " + name + " is [" + value + "], it must be " + rule);
    }
}
