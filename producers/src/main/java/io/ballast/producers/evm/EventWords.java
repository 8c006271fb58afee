/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.List;

/**
 * The words of one log whose event is known. All events read here have static types only, so that indexed fields are
 * topics and the others are words of the data, in the order of the declaration.
 */
final class EventWords {

    private static final int WORD_DIGITS = 64;

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

    /** The n-th indexed field, from 1 (topic 0 is the event itself). */
    AbiWord topic(int n, String field) {
        return new AbiWord(event + "." + field, topics.get(n).substring(2));
    }

    /** The n-th field that is not indexed, from 0. */
    AbiWord data(int n, String field) {
        return new AbiWord(event + "." + field, data.substring(n * WORD_DIGITS, (n + 1) * WORD_DIGITS));
    }
}
