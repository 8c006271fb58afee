/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Lets the markets run from block to block and publishes their quotes and trades in between. */
public final class MarketFeed {

    private static final double TRADE_WITH_QUOTE = 0.3;

    private final MarketModel market;
    private final int quotesPerBlock;
    private final SplittableRandom random;

    /**
     * @param quotesPerBlock  of each market, evenly spread over the time between blocks; at least 1
     */
    public MarketFeed(MarketModel market, int quotesPerBlock, SplittableRandom random) {
        this.market = market;
        this.quotesPerBlock = quotesPerBlock;
        this.random = random;
    }

    /** Publishes the quotes as they stand: the markets are not open yet. */
    public void publishStanding(BlockBuilder block) {
        market.quotes()
                .forEach(quote -> block.observe(
                        tick(quote, PriceTickKind.QUOTE), block.header().time()));
    }

    /** Lets the time since the last block pass; the last quote is that of the block's own time. */
    public void run(BlockBuilder block, Duration sinceLastBlock) {
        Instant from = block.header().time().minus(sinceLastBlock);
        Duration passed = Duration.ZERO;
        for (int i = 1; i <= quotesPerBlock; i++) {
            Duration next = sinceLastBlock.multipliedBy(i).dividedBy(quotesPerBlock);
            market.advance(next.minus(passed));
            passed = next;
            publish(block, from.plus(passed));
        }
    }

    private void publish(BlockBuilder block, Instant at) {
        for (MarketQuote quote : market.quotes()) {
            block.observe(tick(quote, PriceTickKind.QUOTE), at);
            if (random.nextDouble() < TRADE_WITH_QUOTE) {
                block.observe(tick(quote, PriceTickKind.TRADE).setPrice(tradePrice(quote)), at);
            }
        }
    }

    /** A trade takes one side of the quote. */
    private double tradePrice(MarketQuote quote) {
        return (random.nextBoolean() ? quote.bid() : quote.ask()).doubleValue();
    }

    private static PriceTick.Builder tick(MarketQuote quote, PriceTickKind kind) {
        return PriceTick.newBuilder()
                .setInstrumentId(quote.instrumentId())
                .setKind(kind)
                .setPrice(quote.price().doubleValue())
                .setBid(quote.bid().doubleValue())
                .setAsk(quote.ask().doubleValue());
    }
}
