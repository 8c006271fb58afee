/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Losses of NFTs, whose manager's logs follow the pool's own. One whole unit of liquidity each. */
class NftLossBookTest {

    private static final ConcentratedTerms TERMS = new ConcentratedTerms("0xpool", 3000, 60, 18, 18);
    private static final BigInteger ONE = BigInteger.TEN.pow(18);
    private static final String MANAGER = "0xmanager";
    private static final String ZERO = "0x0000000000000000000000000000000000000000";

    private final PoolBook book = PoolBook.open(TERMS);
    private long now = 1_700_000_000_000L;

    @Test
    void shouldKeepLossesWhenThePoolsLogHasEmptiedTheTicks() {
        open();
        swapTo(-120);
        swapTo(30);
        double loss = lost("nft:1");
        assertThat(loss).isCloseTo(expectedLoss(0, -120) + expectedLoss(-120, 30), within(1e-14));

        close();

        assertThat(lost("nft:1")).isCloseTo(loss, within(1e-16));
        swapTo(200);
        swapTo(0);
        assertThat(lost("nft:1")).isCloseTo(loss, within(1e-16));
        assertThat(book.figures("nft:1", now).measures().losses().windows())
                .allSatisfy(window -> assertThat(window.lvr()).isCloseTo(loss, within(1e-16)));
    }

    @Test
    void shouldGoOnWhereItWasWhenLiquidityComesBack() {
        open();
        swapTo(-120);
        close();
        swapTo(90);
        swapTo(-90);
        increase();
        swapTo(10);

        assertThat(lost("nft:1")).isCloseTo(expectedLoss(0, -120) + expectedLoss(-90, 10), within(1e-14));
    }

    @Test
    void shouldKeepLossesOnATransfer() {
        open();
        swapTo(40);
        double loss = lost("nft:1");

        book.apply(new BookEvent.NftTransfer(nft(), "0xbob", "0xcarol"), Marks.at(now));

        assertThat(lost("nft:1")).isPositive().isEqualTo(loss);
    }

    private void open() {
        book.apply(new BookEvent.Initialize(TickMath.sqrtPriceX96AtTick(0), 0), Marks.at(now));
        SlotKey wide = new SlotKey("0xbase", -6000, 6000);
        book.apply(new BookEvent.SlotMint(wide, false, ONE, ONE, ONE), Marks.at(now));
        book.apply(new BookEvent.NftTransfer(nft(), ZERO, "0xbob"), Marks.at(now));
        increase();
    }

    private void increase() {
        now += 12_000;
        book.apply(new BookEvent.SlotMint(nft().slot(), true, ONE, ONE, ONE), Marks.at(now));
        book.apply(new BookEvent.NftIncrease(nft(), ONE, ONE, ONE), Marks.at(now));
    }

    private void close() {
        now += 12_000;
        book.apply(new BookEvent.SlotBurn(nft().slot(), true, ONE, ONE, ONE), Marks.at(now));
        book.apply(new BookEvent.NftDecrease(nft(), ONE, ONE, ONE), Marks.at(now));
    }

    /** The amounts do not matter: the pool goes where the record says. */
    private void swapTo(int tick) {
        now += 12_000;
        BigInteger price = TickMath.sqrtPriceX96AtTick(tick);
        book.apply(
                new BookEvent.Swap(BigInteger.ONE.negate(), BigInteger.valueOf(1000), price, ONE, tick), Marks.at(now));
    }

    private double lost(String key) {
        return book.figures(key, now).measures().losses().lvr();
    }

    /** Formula sheet 3.4 for the part of the way inside. */
    private static double expectedLoss(int fromTick, int toTick) {
        double from = sqrtPrice(Math.max(-60, Math.min(60, fromTick)));
        double to = sqrtPrice(Math.max(-60, Math.min(60, toTick)));
        double end = sqrtPrice(toTick);
        return (to - from) * (end * end / (from * to) - 1);
    }

    private static double sqrtPrice(int tick) {
        return Math.pow(1.0001, tick / 2.0);
    }

    private static BookEvent.NftKey nft() {
        return new BookEvent.NftKey(MANAGER, "1", -60, 60);
    }
}
