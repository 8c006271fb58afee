/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/**
 * Chainlink's {@code AnswerUpdated} ({@code AggregatorInterface}): the price as the feed has it from here on.
 *
 * @param answer  times 10 to the feed's decimals
 */
record AnswerEvent(BigInteger answer) implements ChainEvent {

    private static final int WORD_BITS = 256;

    static AnswerEvent decode(EvmLog log) throws MalformedLogException {
        BigInteger answer =
                EventWords.of(log, "AnswerUpdated", 2, 1).topic(1, "current").signed(WORD_BITS);
        if (answer.signum() <= 0) {
            throw new MalformedLogException("AnswerUpdated.current " + answer + " is no price");
        }
        return new AnswerEvent(answer);
    }
}
