/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads a log object as {@code eth_getLogs} gives it (Ethereum execution-apis, receipt.yaml). Numbers may be JSON numbers,
 * or strings in hex with 0x or in decimal. {@code blockTimestamp} and {@code removed} may be missing; further fields are
 * ignored.
 */
public final class EvmLogParser {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern BYTES = Pattern.compile("0x(?:[0-9a-fA-F]{2})*+");
    private static final Pattern HEX_NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final Pattern DECIMAL_NUMBER = Pattern.compile("-?[0-9]{1,78}");

    private static final int MAX_TOPICS = 4;
    /** The last one stands for the end of a block. */
    private static final long MAX_LOG_INDEX = Integer.MAX_VALUE - 1;
    /** The year 10000: a time in milliseconds is beyond it. */
    private static final long MAX_TIMESTAMP_S = 253_402_300_799L;

    private static final int QUOTED_LENGTH = 80;

    /** @throws MalformedLogException if a field is missing or breaks its format */
    public EvmLog parse(JsonNode log) throws MalformedLogException {
        if (!log.isObject()) {
            throw new MalformedLogException("a log is a JSON object, this is " + quoted(log));
        }
        return new EvmLog(
                matching(log, "address", ADDRESS, "0x and 40 hex digits"),
                topics(log),
                matching(log, "data", BYTES, "0x and an even number of hex digits"),
                number(log, "blockNumber", Long.MAX_VALUE),
                matching(log, "blockHash", HASH, "0x and 64 hex digits"),
                matching(log, "transactionHash", HASH, "0x and 64 hex digits"),
                (int) number(log, "logIndex", MAX_LOG_INDEX),
                isMissing(log.get("blockTimestamp"))
                        ? OptionalLong.empty()
                        : OptionalLong.of(number(log, "blockTimestamp", MAX_TIMESTAMP_S)),
                removed(log));
    }

    /**
     * A block header's number, hash or time, by the same rules.
     *
     * @param max  the highest value allowed
     */
    public long number(JsonNode object, String field, long max) throws MalformedLogException {
        JsonNode value = required(object, field);
        BigInteger number = wholeNumber(field, value);
        if (number.signum() < 0) {
            throw new MalformedLogException(field + " " + number + " is negative");
        }
        if (number.compareTo(BigInteger.valueOf(max)) > 0) {
            throw new MalformedLogException(field + " " + number + " is above " + max);
        }
        return number.longValueExact();
    }

    /** The time in an object's field, in seconds since the epoch. */
    public long timestampS(JsonNode object, String field) throws MalformedLogException {
        return number(object, field, MAX_TIMESTAMP_S);
    }

    /** The hash in an object's field, in lower case. */
    public String hash(JsonNode object, String field) throws MalformedLogException {
        return matching(object, field, HASH, "0x and 64 hex digits");
    }

    private static BigInteger wholeNumber(String field, JsonNode value) throws MalformedLogException {
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        String text = value.isTextual() ? value.asText() : "";
        if (HEX_NUMBER.matcher(text).matches()) {
            return new BigInteger(text.substring(2), 16);
        }
        if (DECIMAL_NUMBER.matcher(text).matches()) {
            return new BigInteger(text);
        }
        throw new MalformedLogException(field + " is " + quoted(value) + ", not a whole number");
    }

    private static List<String> topics(JsonNode log) throws MalformedLogException {
        JsonNode topics = required(log, "topics");
        if (!topics.isArray() || topics.size() > MAX_TOPICS) {
            throw new MalformedLogException("topics is " + quoted(topics) + ", not an array of up to 4");
        }
        List<String> read = new ArrayList<>();
        for (JsonNode topic : topics) {
            read.add(matching("topic " + read.size(), topic, HASH, "0x and 64 hex digits"));
        }
        return read;
    }

    private static boolean removed(JsonNode log) throws MalformedLogException {
        JsonNode removed = log.get("removed");
        if (isMissing(removed)) {
            return false;
        }
        if (!removed.isBoolean()) {
            throw new MalformedLogException("removed is " + quoted(removed) + ", not true or false");
        }
        return removed.asBoolean();
    }

    private static String matching(JsonNode object, String field, Pattern pattern, String rule)
            throws MalformedLogException {
        return matching(field, required(object, field), pattern, rule);
    }

    private static String matching(String field, JsonNode value, Pattern pattern, String rule)
            throws MalformedLogException {
        if (!value.isTextual() || !pattern.matcher(value.asText()).matches()) {
            throw new MalformedLogException(field + " is " + quoted(value) + ", not " + rule);
        }
        return value.asText().toLowerCase(Locale.ROOT);
    }

    private static JsonNode required(JsonNode object, String field) throws MalformedLogException {
        JsonNode value = object.get(field);
        if (isMissing(value)) {
            throw new MalformedLogException(field + " is missing");
        }
        return value;
    }

    private static boolean isMissing(JsonNode value) {
        return value == null || value.isNull();
    }

    private static String quoted(JsonNode value) {
        String text = value.toString();
        return text.length() <= QUOTED_LENGTH ? text : text.substring(0, QUOTED_LENGTH) + "…";
    }
}
