/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PriceFeed;
import io.ballast.producers.records.Origin;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.math.BigDecimal;

/** Turns Chainlink's answers into ticks of a market. */
final class AnswerRecords {

    private AnswerRecords() {}

    /** A mark: nobody traded at it. */
    static PriceTick of(AnswerEvent answered, PriceFeed feed, Origin origin) {
        return origin.complete(PriceTick.newBuilder()
                .setInstrumentId(feed.instrumentId())
                .setKind(PriceTickKind.MARK)
                .setPrice(new BigDecimal(answered.answer(), feed.decimals()).doubleValue()));
    }
}
