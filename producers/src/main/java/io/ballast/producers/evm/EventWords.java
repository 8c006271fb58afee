/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one log whose event is known: indexed fields are topics and the others are words of the data, in the order of
 * the declaration. An array is a word that says where it lies in the data, its length there and its elements behind.
 */
final class EventWords {

    private static final int WORD_DIGITS = 64;
    private static final int WORD_BYTES = 32;

    private final String event;
    private final List<String> topics;
    private final String data;

    private EventWords(String event, List<String> topics, String data) {
        this.event = event;
        this.topics = topics;
        this.data = data;
    }

    /**
     * Checks that the log has the event's shape.
     *
     * @param event  its name, for messages
     * @param indexed  how many indexed fields it has
     * @param words  how many others
     * @throws MalformedLogException if the topics or the data are more or fewer
     */
    static EventWords of(EvmLog log, String event, int indexed, int words) throws MalformedLogException {
        int topics = log.topics().size();
        if (topics != indexed + 1) {
            throw new MalformedLogException(event + " has " + (indexed + 1) + " topics, this log has " + topics);
        }
        String digits = log.data().substring(2);
        if (digits.length() != words * WORD_DIGITS) {
            throw new MalformedLogException(
                    event + " has " + words * WORD_DIGITS / 2 + " bytes of data, this log has " + digits.length() / 2);
        }
        return new EventWords(event, log.topics(), digits);
    }

    /**
     * The same of an event with arrays: there may be more words.
     *
     * @param words  how many fields are not indexed
     */
    static EventWords withArrays(EvmLog log, String event, int indexed, int words) throws MalformedLogException {
        int topics = log.topics().size();
        String digits = log.data().substring(2);
        if (topics != indexed + 1 || digits.length() < words * WORD_DIGITS || digits.length() % WORD_DIGITS != 0) {
            throw new MalformedLogException(event + " has " + (indexed + 1) + " topics and " + words
                    + " words or more, this log has " + topics + " and " + digits.length() / 2 + " bytes");
        }
        return new EventWords(event, log.topics(), digits);
    }

    /** The n-th indexed field, from 1 (topic 0 is the event itself). */
    AbiWord topic(int n, String field) {
        return new AbiWord(event + "." + field, topics.get(n).substring(2));
    }

    /** The elements of the n-th field that is not indexed, an array, from 0. */
    List<AbiWord> array(int n, String field) throws MalformedLogException {
        int words = data.length() / WORD_DIGITS;
        int at = small(data(n, field), WORD_BYTES * words) / WORD_BYTES;
        int length = at < words ? small(data(at, field + ".length"), words) : words;
        if (at + 1 + length > words) {
            throw new MalformedLogException(event + "." + field + " lies beyond the log's data");
        }
        List<AbiWord> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(data(at + 1 + i, field + "[" + i + "]"));
        }
        return elements;
    }

    private static int small(AbiWord word, int most) throws MalformedLogException {
        BigInteger value = word.unsigned(Long.SIZE);
        return value.min(BigInteger.valueOf(most)).intValueExact();
    }

    /** The n-th field that is not indexed, from 0. */
    AbiWord data(int n, String field) {
        return new AbiWord(event + "." + field, data.substring(n * WORD_DIGITS, (n + 1) * WORD_DIGITS));
    }
}
