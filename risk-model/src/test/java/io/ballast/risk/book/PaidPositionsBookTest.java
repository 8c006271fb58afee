/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.LoggedFee;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.SwapRules;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions of a Uniswap v4 pool. Logs tell liquidity; what was paid in and out is worked out at the pool's price. */
class PaidPositionsBookTest {

    private static final String ZERO = "0x0000000000000000000000000000000000000000";
    private static final String MANAGER = "0xmanager";
    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(24);
    private static final BigInteger HALF = LIQUIDITY.divide(BigInteger.TWO);
    private static final SlotKey SEVEN = nft(7);
    private static final SlotKey EIGHT = nft(8);
    private static final ConcentratedTerms TERMS =
            new ConcentratedTerms("0xpool", 3000, 60, 18, 18, SwapRules.UNISWAP_V4, false);

    private final ConcentratedPool market = new ConcentratedPool(3000, 60, SwapRules.UNISWAP_V4, new Journal());
    private final PoolBook book = PoolBook.open(TERMS);

    @BeforeEach
    void initialise() {
        BigInteger one = BigInteger.ONE.shiftLeft(96);
        market.initialize(one, 0);
        book.apply(new BookEvent.Initialize(one, 0));
    }

    @Test
    void twoNftsOfOneRangeHaveBooksOfTheirOwn() {
        give(SEVEN, "0xalice", LIQUIDITY);
        SwapResult first = swapTo(300);
        give(EIGHT, "0xbob", LIQUIDITY);
        SwapResult second = swapTo(600);

        PositionFigures seven = book.figures("nft:7");
        PositionFigures eight = book.figures("nft:8");

        double firstFee = first.amount1().doubleValue() * 0.003 / 1e18;
        double secondFee = second.amount1().doubleValue() * 0.003 / 1e18;
        assertThat(seven.position().owner()).isEqualTo("0xalice");
        assertThat(seven.measures().fees1()).isCloseTo(firstFee + secondFee / 2, offset(1e-9));
        assertThat(eight.measures().fees1()).isCloseTo(secondFee / 2, offset(1e-9));
        assertThat(seven.liquidity()).isEqualTo(LIQUIDITY);
        assertThat(seven.flags()).isEmpty();
    }

    @Test
    void theDepositIsWhatTheContractAsksForAtThePrice() {
        give(SEVEN, "0xalice", LIQUIDITY);

        PositionState position = book.position("nft:7");

        TokenAmounts asked = market.mint(SEVEN, LIQUIDITY).orElseThrow();
        assertThat(position.basis().hodl0X64().shiftRight(64)).isEqualTo(asked.amount0());
        assertThat(position.basis().hodl1X64().shiftRight(64)).isEqualTo(asked.amount1());
    }

    @Test
    void everyChangePaysTheFeesToDateAndNothingStaysOwed() {
        give(SEVEN, "0xalice", LIQUIDITY);
        swapTo(600);
        BigInteger owed = book.figures("nft:7").owed().amount1();

        modify(SEVEN, HALF.negate());

        PositionFigures left = book.figures("nft:7");
        assertThat(left.owed()).isEqualTo(TokenAmounts.ZERO);
        assertThat(book.position("nft:7").fees().feesCollected1())
                .isEqualTo(owed)
                .isPositive();
        assertThat(book.position("nft:7").fees().principalOwed1()).isZero();
        assertThat(left.liquidity()).isEqualTo(HALF);
        assertThat(left.measures().realisedIl()).isNegative();
    }

    @Test
    void aPokePaysFeesAlone() {
        give(SEVEN, "0xalice", LIQUIDITY);
        swapTo(600);
        BigInteger owed = book.figures("nft:7").owed().amount1();

        modify(SEVEN, BigInteger.ZERO);

        assertThat(book.figures("nft:7").owed()).isEqualTo(TokenAmounts.ZERO);
        assertThat(book.position("nft:7").fees().feesCollected1()).isEqualTo(owed);
        assertThat(book.figures("nft:7").measures().fees1()).isCloseTo(owed.doubleValue() / 1e18, offset(1e-12));
    }

    @Test
    void aDynamicFeeIsUnknownUntilASwapSaysItAndTakenBackWithIt() {
        PoolBook dynamic =
                PoolBook.open(new ConcentratedTerms("0xpool", null, 60, 18, 18, SwapRules.UNISWAP_V4, false));
        BigInteger one = BigInteger.ONE.shiftLeft(96);
        dynamic.apply(new BookEvent.Initialize(one, 0));
        assertThat(dynamic.parameters().swapFee()).isNull();

        dynamic.apply(new BookEvent.SlotModify(SEVEN, true, LIQUIDITY));
        give(SEVEN, "0xalice", LIQUIDITY);
        SwapResult swap = swapTo(300);
        dynamic.journal().cut();
        dynamic.apply(new BookEvent.Swap(
                swap.amount0(),
                swap.amount1(),
                swap.sqrtPriceX96(),
                swap.liquidity(),
                swap.tick(),
                new LoggedFee(3000, null)));

        assertThat(dynamic.parameters().swapFee()).isEqualTo(0.003);
        assertThat(dynamic.pool().parameters().swapFee()).isEqualTo(0.003);
        assertThat(dynamic.pool().flags()).isEmpty();
        dynamic.journal().rollback();
        assertThat(dynamic.parameters().swapFee()).isNull();
    }

    /** PositionManager burns the NFT first and takes its liquidity out then. */
    @Test
    void aBurntNftIsClosedByWhoHeldItLast() {
        give(SEVEN, "0xalice", LIQUIDITY);
        swapTo(600);

        Touched burnt = move(SEVEN, "0xalice", ZERO);
        modify(SEVEN, LIQUIDITY.negate());

        assertThat(burnt).isEqualTo(Touched.NONE);
        assertThat(book.isOpen("nft:7")).isFalse();
        assertThat(book.position("nft:7").identity().owner()).isEqualTo("0xalice");
        assertThat(book.figures("nft:7").measures().hodlValue()).isZero();
        assertThat(book.figures("nft:7").measures().realisedIl()).isNegative();
    }

    @Test
    void anEmptyNftThatIsBurntIsGoneAtOnce() {
        give(SEVEN, "0xalice", LIQUIDITY);
        modify(SEVEN, LIQUIDITY.negate());

        move(SEVEN, "0xalice", ZERO);

        assertThat(book.position("nft:7")).isNull();
    }

    @Test
    void aSenderThatIsNoManagerHoldsItsSlotsBySalt() {
        SlotKey plain = new SlotKey("0xrouter", -1200, 1800, salt(0));
        SlotKey salted = new SlotKey("0xrouter", -1200, 1800, salt(5));
        book.apply(new BookEvent.SlotModify(plain, false, LIQUIDITY));
        book.apply(new BookEvent.SlotModify(salted, false, HALF));

        assertThat(book.figures("0xrouter:-1200:1800").liquidity()).isEqualTo(LIQUIDITY);
        assertThat(book.figures("0xrouter:-1200:1800:" + salt(5)).liquidity()).isEqualTo(HALF);
        assertThat(book.figures("0xrouter:-1200:1800").position().owner()).isEqualTo("0xrouter");
    }

    @Test
    void aDonationIsSharedByLiquidity() {
        give(SEVEN, "0xalice", LIQUIDITY);
        give(EIGHT, "0xbob", LIQUIDITY.multiply(BigInteger.valueOf(3)));

        book.apply(new BookEvent.Donate(BigInteger.valueOf(4_000_000), BigInteger.ZERO));

        assertThat(book.figures("nft:7").owed().amount0())
                .isBetween(BigInteger.valueOf(999_999), BigInteger.valueOf(1_000_000));
        assertThat(book.figures("nft:8").owed().amount0())
                .isBetween(BigInteger.valueOf(2_999_999), BigInteger.valueOf(3_000_000));
    }

    @Test
    void whereAHookMayMoveAmountsTheBasisIsNotVouchedFor() {
        PoolBook hooked = PoolBook.open(new ConcentratedTerms("0xpool", 3000, 60, 18, 18, SwapRules.UNISWAP_V4, true));
        hooked.apply(new BookEvent.Initialize(BigInteger.ONE.shiftLeft(96), 0));
        hooked.apply(new BookEvent.SlotModify(SEVEN, true, LIQUIDITY));

        assertThat(hooked.figures("nft:7").flags()).contains(Quality.HISTORY_INCOMPLETE);
    }

    @Test
    void aGroupAddsUpWhatItsPositionsAre() {
        BookGroup group = book.newGroup();
        book.observe(group::replace);
        give(SEVEN, "0xalice", LIQUIDITY);
        give(EIGHT, "0xbob", HALF);
        swapTo(600);
        modify(SEVEN, HALF.negate());

        double sum = book.figures("nft:7").measures().value()
                + book.figures("nft:8").measures().value();
        assertThat(group.count()).isEqualTo(2);
        assertThat(group.read(0).figures().value()).isCloseTo(sum, offset(1e-6));
    }

    private void give(SlotKey slot, String owner, BigInteger liquidity) {
        move(slot, ZERO, owner);
        modify(slot, liquidity);
        market.mint(slot, liquidity);
    }

    private Touched move(SlotKey slot, String from, String to) {
        return book.apply(new BookEvent.NftTransfer(BookEvent.NftKey.ofSlot(slot), from, to));
    }

    private Touched modify(SlotKey slot, BigInteger change) {
        return book.apply(new BookEvent.SlotModify(slot, true, change));
    }

    private SwapResult swapTo(int tick) {
        SwapResult swap = market.swap(false, BigInteger.TEN.pow(30), TickMath.sqrtPriceX96AtTick(tick));
        book.apply(new BookEvent.Swap(
                swap.amount0(),
                swap.amount1(),
                swap.sqrtPriceX96(),
                swap.liquidity(),
                swap.tick(),
                new LoggedFee(3000, null)));
        return swap;
    }

    private static SlotKey nft(long tokenId) {
        return new SlotKey(MANAGER, -1200, 1800, salt(tokenId));
    }

    private static String salt(long value) {
        return String.format("0x%064x", value);
    }
}
