/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/** An ERC-20 token moved: an LP token, or a token of a pair. */
record TransferEvent(String from, String to, BigInteger value) implements ChainEvent {

    private static final int WORD_BITS = 256;

    static TransferEvent decode(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Transfer (ERC-20)", 2, 1);
        return new TransferEvent(
                words.topic(1, "from").address(),
                words.topic(2, "to").address(),
                words.data(0, "value").unsigned(WORD_BITS));
    }
}
