/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows one concentrated pool from its records alone, as a stranger would: swaps replayed, NFTs by the position
 * manager's rules written down once more. Asserts that all amounts are what the contracts would have logged.
 */
final class ConcentratedReplay {

    private static final BigInteger TWO_256 = BigInteger.ONE.shiftLeft(256);

    private final ConcentratedPool pool;
    private final Map<String, Books> nfts = new HashMap<>();
    private int swaps;
    private int collections;

    /** Liquidity, growth at the last settlement, and owed amounts, by token. */
    private static final class Books {
        private BigInteger liquidity = BigInteger.ZERO;
        private final BigInteger[] growth = new BigInteger[2];
        private final BigInteger[] owed = {BigInteger.ZERO, BigInteger.ZERO};

        private Books(SlotState slot) {
            remember(slot);
        }

        private void settle(SlotState slot) {
            BigInteger[] now = {slot.feeGrowthInside0LastX128(), slot.feeGrowthInside1LastX128()};
            for (int i = 0; i < 2; i++) {
                BigInteger grown = now[i].subtract(growth[i]).mod(TWO_256);
                owed[i] = owed[i].add(grown.multiply(liquidity).shiftRight(128));
            }
            remember(slot);
        }

        private void remember(SlotState slot) {
            growth[0] = slot.feeGrowthInside0LastX128();
            growth[1] = slot.feeGrowthInside1LastX128();
        }
    }

    ConcentratedReplay(PoolDefinition definition) {
        pool = new ConcentratedPool(definition.getFeePips(), definition.getTickSpacing(), new Journal());
    }

    ConcentratedPool pool() {
        return pool;
    }

    int swaps() {
        return swaps;
    }

    int collections() {
        return collections;
    }

    /** Open NFTs and direct slots. */
    long openPositions(String manager) {
        long direct = pool.slots().view().entrySet().stream()
                .filter(slot -> !slot.getKey().owner().equals(manager))
                .filter(slot -> slot.getValue().liquidity().signum() > 0)
                .count();
        return direct
                + nfts.values().stream()
                        .filter(nft -> nft.liquidity.signum() > 0)
                        .count();
    }

    void apply(PoolEvent event) {
        pool.initialize(number(event.getSqrtPriceX96Raw()), event.getTick());
    }

    void apply(PriceTick swap) {
        boolean exact = pool.replaySwap(
                number(swap.getAmount0Raw()),
                number(swap.getAmount1Raw()),
                number(swap.getSqrtPriceX96Raw()),
                number(swap.getLiquidityRaw()),
                swap.getTick());
        assertThat(exact).as("swap replays to the unit: %s", swap).isTrue();
        swaps++;
    }

    void apply(PositionEvent event) {
        switch (event.getKind()) {
            case MINT ->
                assertThat(pool.mint(slot(event), number(event.getLiquidityRaw())))
                        .contains(amounts(event));
            case BURN ->
                assertThat(pool.burn(slot(event), number(event.getLiquidityRaw())))
                        .contains(amounts(event));
            case COLLECT -> collectFromPool(event);
            case NFT_TRANSFER -> transfer(event);
            case NFT_INCREASE -> settled(event).liquidity = nft(event).liquidity.add(number(event.getLiquidityRaw()));
            case NFT_DECREASE -> decrease(event);
            case NFT_COLLECT -> collect(event);
            default -> throw new AssertionError("not of a concentrated pool: " + event);
        }
    }

    /** The simulated owners always collect everything there is. */
    private void collectFromPool(PositionEvent event) {
        TokenAmounts owed = pool.owed(slot(event));
        if (!event.getManaged()) {
            assertThat(amounts(event)).isEqualTo(owed);
        }
        assertThat(amounts(event).amount0()).isLessThanOrEqualTo(owed.amount0());
        assertThat(amounts(event).amount1()).isLessThanOrEqualTo(owed.amount1());
        pool.collect(slot(event), amounts(event).amount0(), amounts(event).amount1());
    }

    private void transfer(PositionEvent event) {
        if (event.getToAddress().equals("0x" + "0".repeat(40))) {
            Books gone = nfts.remove(event.getTokenId());
            assertThat(gone.liquidity).isZero();
            assertThat(gone.owed).containsOnly(BigInteger.ZERO);
        } else if (event.getFromAddress().equals("0x" + "0".repeat(40))) {
            assertThat(nfts.put(event.getTokenId(), new Books(managedSlot(event))))
                    .isNull();
        } else {
            assertThat(nfts).containsKey(event.getTokenId());
        }
    }

    private void decrease(PositionEvent event) {
        Books books = settled(event);
        books.liquidity = books.liquidity.subtract(number(event.getLiquidityRaw()));
        books.owed[0] = books.owed[0].add(number(event.getAmount0Raw()));
        books.owed[1] = books.owed[1].add(number(event.getAmount1Raw()));
        assertThat(books.liquidity).isNotNegative();
    }

    private void collect(PositionEvent event) {
        Books books = nft(event).liquidity.signum() > 0 ? settled(event) : nft(event);
        assertThat(amounts(event)).isEqualTo(new TokenAmounts(books.owed[0], books.owed[1]));
        books.owed[0] = BigInteger.ZERO;
        books.owed[1] = BigInteger.ZERO;
        collections++;
    }

    private Books settled(PositionEvent event) {
        Books books = nft(event);
        books.settle(managedSlot(event));
        return books;
    }

    private Books nft(PositionEvent event) {
        return nfts.get(event.getTokenId());
    }

    private SlotState managedSlot(PositionEvent event) {
        return pool.slots().get(new SlotKey(event.getPositionManager(), event.getTickLower(), event.getTickUpper()));
    }

    private static SlotKey slot(PositionEvent event) {
        return new SlotKey(event.getOwner(), event.getTickLower(), event.getTickUpper());
    }

    private static TokenAmounts amounts(PositionEvent event) {
        return new TokenAmounts(number(event.getAmount0Raw()), number(event.getAmount1Raw()));
    }

    private static BigInteger number(String raw) {
        return new BigInteger(raw);
    }
}
