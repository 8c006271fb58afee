/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fields of a JSON object, read exactly: a decimal is the same whether it is written as a string or as a number. Absent, null and
 * empty text are all none.
 */
final class Fields {

    private static final int LONGEST_NUMBER = 64;
    private static final int MOST_DIGITS_AFTER_POINT = 100;
    private static final int LONGEST_QUOTE = 80;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    /** @throws MalformedMessageException if it is no object */
    static Fields of(JsonNode node) throws MalformedMessageException {
        if (node == null || !node.isObject()) {
            throw new MalformedMessageException("[" + shortened(String.valueOf(node)) + "] is no JSON object");
        }
        return new Fields(node);
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The field as it is; a node that says missing if it is not there. */
    JsonNode node(String name) {
        return object.path(name);
    }

    Fields object(String name) throws MalformedMessageException {
        if (!object.path(name).isObject()) {
            throw wrong(name, "an object");
        }
        return new Fields(object.get(name));
    }

    /** @return an array */
    JsonNode array(String name) throws MalformedMessageException {
        if (!object.path(name).isArray()) {
            throw wrong(name, "an array");
        }
        return object.get(name);
    }

    String text(String name) throws MalformedMessageException {
        return textOrNone(name).orElseThrow(() -> new MalformedMessageException(name + " is missing"));
    }

    Optional<String> textOrNone(String name) {
        JsonNode field = object.path(name);
        return field.isValueNode() && !field.isNull()
                ? Optional.of(field.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    BigDecimal decimal(String name) throws MalformedMessageException {
        return decimalOrNone(name).orElseThrow(() -> new MalformedMessageException(name + " is missing"));
    }

    /** A decimal where there is one; exchanges write zero where there is none. */
    Optional<BigDecimal> decimalButZero(String name) throws MalformedMessageException {
        return decimalOrNone(name).filter(value -> value.signum() != 0);
    }

    Optional<BigDecimal> decimalOrNone(String name) throws MalformedMessageException {
        Optional<String> text = textOrNone(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(decimal(name, text.get()));
    }

    /** @throws MalformedMessageException if it is none, or one that nobody could mean */
    static BigDecimal decimal(String name, String text) throws MalformedMessageException {
        if (text.length() <= LONGEST_NUMBER) {
            try {
                BigDecimal value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= MOST_DIGITS_AFTER_POINT) {
                    return value;
                }
            } catch (NumberFormatException none) {
                throw new MalformedMessageException(notA(name, text, "a number"), none);
            }
        }
        throw new MalformedMessageException(notA(name, text, "a number of a usual size"));
    }

    long whole(String name) throws MalformedMessageException {
        String text = text(name);
        if (!WHOLE.matcher(text).matches()) {
            throw wrong(name, "a whole number");
        }
        return Long.parseLong(text);
    }

    Optional<Integer> smallOrNone(String name) throws MalformedMessageException {
        if (textOrNone(name).isEmpty()) {
            return Optional.empty();
        }
        long value = whole(name);
        if (value > Integer.MAX_VALUE) {
            throw wrong(name, "a small whole number");
        }
        return Optional.of((int) value);
    }

    /** Milliseconds since the epoch. */
    Instant millis(String name) throws MalformedMessageException {
        return Instant.ofEpochMilli(whole(name));
    }

    /** Milliseconds since the epoch, where zero is none, too. */
    Optional<Instant> millisOrNone(String name) throws MalformedMessageException {
        Optional<String> text = textOrNone(name).filter(given -> !given.equals("0"));
        return text.isEmpty() ? Optional.empty() : Optional.of(millis(name));
    }

    /** A time as RFC 3339 has it. */
    Instant time(String name) throws MalformedMessageException {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new MalformedMessageException(notA(name, text, "a time such as 2026-01-31T12:00:00.5Z"), none);
        }
    }

    private MalformedMessageException wrong(String name, String what) {
        return new MalformedMessageException(notA(name, object.path(name).toString(), what));
    }

    private static String notA(String name, String text, String what) {
        return name + " is [" + shortened(text) + "], not " + what;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    /** For messages. */
    @Override
    public String toString() {
        return shortened(object.toString());
    }
}
