/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcentratedBookTest {

    private static final String ZERO = "0x0000000000000000000000000000000000000000";
    private static final String MANAGER = "0xmanager";
    private static final ConcentratedTerms TERMS = new ConcentratedTerms("0xpool", 3000, 60, 18, 18);
    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(24);
    private static final SlotKey ALICE = new SlotKey("0xalice", -1200, 1800);

    private final ConcentratedPool market = new ConcentratedPool(3000, 60, new Journal());
    private final PoolBook book = PoolBook.open(TERMS);

    @BeforeEach
    void initialise() {
        BigInteger one = BigInteger.ONE.shiftLeft(96);
        market.initialize(one, 0);
        book.apply(new BookEvent.Initialize(one, 0));
    }

    @Test
    void shouldMeasureLossDeltaAndGammaAsTheClosedFormDoes() {
        mintDirect(ALICE, LIQUIDITY);
        swapTo(900);

        PositionMeasures measures = book.figures("0xalice:-1200:1800").measures();

        double sqrtPrice = Math.pow(1.0001, 450);
        ConcentratedRange range = new ConcentratedRange(1e6, Math.pow(1.0001, -600), Math.pow(1.0001, 900));
        assertThat(measures.price()).isCloseTo(sqrtPrice * sqrtPrice, offset(1e-12));
        assertThat(measures.value()).isCloseTo(range.value(sqrtPrice), offset(1e-6));
        assertThat(measures.il()).isCloseTo(range.impermanentLoss(1, sqrtPrice), offset(1e-9));
        assertThat(measures.ilFraction()).isCloseTo(range.impermanentLossFraction(1, sqrtPrice), offset(1e-12));
        assertThat(measures.delta0()).isCloseTo(range.amount0(sqrtPrice), withPercentage(1e-10));
        assertThat(measures.delta1()).isCloseTo(range.amount1(sqrtPrice), withPercentage(1e-10));
        assertThat(measures.gamma()).isCloseTo(range.gamma(sqrtPrice), offset(1e-6));
    }

    @Test
    void shouldGiveTheOnlyPositionAllTheFees() {
        mintDirect(ALICE, LIQUIDITY);
        SwapResult swap = swapTo(900);

        PositionMeasures measures = book.figures("0xalice:-1200:1800").measures();

        assertThat(measures.fees0()).isZero();
        assertThat(measures.fees1()).isCloseTo(swap.amount1().doubleValue() / 1e18 * 0.003, offset(1e-9));
        assertThat(measures.feesValue()).isEqualTo(measures.fees1());
    }

    @Test
    void shouldFixTheLossOfThePartWithdrawnAndKeepTheRest() {
        mintDirect(ALICE, LIQUIDITY);
        swapTo(900);
        double before = book.figures("0xalice:-1200:1800").measures().il();
        burnDirect(ALICE, LIQUIDITY.divide(BigInteger.valueOf(4)));

        PositionMeasures after = book.figures("0xalice:-1200:1800").measures();

        assertThat(after.realisedIl()).isCloseTo(before / 4, offset(1e-12));
        assertThat(after.il()).isCloseTo(before * 3 / 4, offset(1e-12));
    }

    @Test
    void shouldTellFeesFromPrincipalInWhatIsCollected() {
        mintDirect(ALICE, LIQUIDITY);
        swapTo(900);
        double fees = book.figures("0xalice:-1200:1800").measures().fees1();
        burnDirect(ALICE, LIQUIDITY);
        TokenAmounts owed = market.owed(ALICE);
        book.apply(new BookEvent.SlotCollect(ALICE, false, owed.amount0(), owed.amount1()));

        PositionFigures figures = book.figures("0xalice:-1200:1800");

        assertThat(figures.owed()).isEqualTo(TokenAmounts.ZERO);
        assertThat(figures.rangeState()).isEqualTo(RangeState.CLOSED);
        assertThat(figures.measures().feesCollected1()).isCloseTo(fees, offset(1e-15));
        assertThat(figures.measures().fees1()).isEqualTo(figures.measures().feesCollected1());
        assertThat(book.isOpen("0xalice:-1200:1800")).isFalse();
    }

    @Test
    void shouldShareASlotOutToItsNfts() {
        mintNft("1", LIQUIDITY);
        mintNft("2", LIQUIDITY.multiply(BigInteger.valueOf(3)));
        SwapResult swap = swapTo(900);

        double fees = swap.amount1().doubleValue() / 1e18 * 0.003;
        assertThat(book.figures("nft:1").measures().fees1()).isCloseTo(fees / 4, offset(1e-9));
        assertThat(book.figures("nft:2").measures().fees1()).isCloseTo(fees * 3 / 4, offset(1e-9));
        assertThat(book.positions()).doesNotContainKey(MANAGER + ":-1200:1800");
    }

    @Test
    void shouldKeepAPositionsHistoryWhenItsNftIsTransferred() {
        mintNft("1", LIQUIDITY);
        swapTo(900);
        double before = book.figures("nft:1").measures().il();

        Touched touched = book.apply(new BookEvent.NftTransfer(nft("1"), "0xbob", "0xcarol"));

        assertThat(touched.keys()).containsExactly("nft:1");
        assertThat(book.figures("nft:1").position().owner()).isEqualTo("0xcarol");
        assertThat(book.figures("nft:1").measures().il()).isEqualTo(before);
    }

    @Test
    void shouldLeaveAnNftInCustodyToWhoSentItThere() {
        mintNft("1", LIQUIDITY);

        book.apply(new BookEvent.NftTransfer(nft("1"), "0xbob", "0xgauge", true));
        PositionIdentity staked = book.figures("nft:1").position();
        book.apply(new BookEvent.NftTransfer(nft("1"), "0xgauge", "0xnewgauge", true));
        PositionIdentity moved = book.figures("nft:1").position();
        book.apply(new BookEvent.NftTransfer(nft("1"), "0xnewgauge", "0xcarol"));
        PositionIdentity left = book.figures("nft:1").position();

        assertThat(staked.owner()).isEqualTo("0xbob");
        assertThat(staked.custodian()).isEqualTo("0xgauge");
        assertThat(moved.owner()).isEqualTo("0xbob");
        assertThat(moved.custodian()).isEqualTo("0xnewgauge");
        assertThat(left.owner()).isEqualTo("0xcarol");
        assertThat(left.custodian()).isNull();
    }

    @Test
    void shouldNotGuessWhoseAnNftIsThatCameIntoBeingInCustody() {
        book.apply(new BookEvent.NftTransfer(nft("2"), ZERO, "0xgauge", true));

        PositionIdentity position = book.position("nft:2").identity();

        assertThat(position.owner()).isEqualTo("0xgauge");
        assertThat(position.custodian()).isEqualTo("0xgauge");
    }

    @Test
    void shouldTakeWhoSendsAnUnknownNftIntoCustodyForItsOwner() {
        book.apply(new BookEvent.NftTransfer(nft("3"), "0xdave", "0xgauge", true));

        assertThat(book.position("nft:3").identity().owner()).isEqualTo("0xdave");
    }

    @Test
    void shouldRefuseToTakeOutMoreThanAnNftHas() {
        mintNft("1", LIQUIDITY);
        mintNft("2", LIQUIDITY);
        BigInteger tooMuch = LIQUIDITY.add(BigInteger.ONE);

        assertThatThrownBy(() ->
                        book.apply(new BookEvent.NftDecrease(nft("1"), tooMuch, BigInteger.ZERO, BigInteger.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NFT 1 has a liquidity of " + LIQUIDITY)
                .hasMessageContaining(tooMuch.toString());
    }

    @Test
    void shouldFlagWhatItCannotVouchForInAPoolFirstSeenInMidLife() {
        PoolBook midLife = PoolBook.open(TERMS);
        midLife.apply(new BookEvent.SlotMint(ALICE, false, LIQUIDITY, BigInteger.TWO, BigInteger.TWO));
        PositionFigures unpriced = midLife.figures("0xalice:-1200:1800");
        midLife.apply(new BookEvent.Swap(
                BigInteger.TEN.pow(18),
                BigInteger.TEN.pow(18).negate(),
                BigInteger.ONE.shiftLeft(96),
                LIQUIDITY.multiply(BigInteger.TEN),
                0));
        PositionFigures priced = midLife.figures("0xalice:-1200:1800");

        assertThat(unpriced.flags())
                .contains(Quality.PRICE_UNKNOWN, Quality.FEES_INCOMPLETE, Quality.HISTORY_INCOMPLETE);
        assertThat(unpriced.principal()).isNull();
        assertThat(unpriced.measures()).isNull();
        assertThat(priced.flags()).contains(Quality.FEES_INCOMPLETE).doesNotContain(Quality.PRICE_UNKNOWN);
        assertThat(priced.principal()).isEqualTo(principalOf(ALICE, LIQUIDITY));
    }

    @Test
    void shouldEstimateFeesOfBarsByEachPositionsOwnShare() {
        mintDirect(ALICE, LIQUIDITY);
        BigInteger others = LIQUIDITY.multiply(BigInteger.valueOf(3));
        book.apply(new BookEvent.Bar(600, BigInteger.TEN.pow(20), BigInteger.ZERO, others));
        book.apply(new BookEvent.Bar(1800, BigInteger.TEN.pow(20), BigInteger.ZERO, others));

        PositionFigures figures = book.figures("0xalice:-1200:1800");

        assertThat(figures.measures().fees0()).isCloseTo(100 * 0.003 / 4, offset(1e-12));
        assertThat(figures.flags()).containsExactly(Quality.FEES_ESTIMATED);
        assertThat(figures.rangeState()).isEqualTo(RangeState.ABOVE);
        assertThat(figures.measures().delta0()).isZero();
    }

    @Test
    void shouldGiveRawIntegersOnlyWithoutDecimals() {
        PoolBook unknown = PoolBook.open(new ConcentratedTerms("0xpool", 3000, 60, null, 18));
        unknown.apply(new BookEvent.Initialize(BigInteger.ONE.shiftLeft(96), 0));
        unknown.apply(new BookEvent.SlotMint(ALICE, false, LIQUIDITY, BigInteger.ONE, BigInteger.ONE));

        PositionFigures figures = unknown.figures("0xalice:-1200:1800");

        assertThat(figures.measures()).isNull();
        assertThat(figures.flags()).containsExactly(Quality.DECIMALS_UNKNOWN);
        assertThat(figures.principal()).isEqualTo(principalOf(ALICE, LIQUIDITY));
    }

    private TokenAmounts principalOf(SlotKey slot, BigInteger liquidity) {
        return market.principal(slot.tickLower(), slot.tickUpper(), liquidity);
    }

    private void mintDirect(SlotKey slot, BigInteger liquidity) {
        TokenAmounts paid = market.mint(slot, liquidity).orElseThrow();
        book.apply(new BookEvent.SlotMint(slot, false, liquidity, paid.amount0(), paid.amount1()));
    }

    private void burnDirect(SlotKey slot, BigInteger liquidity) {
        TokenAmounts credited = market.burn(slot, liquidity).orElseThrow();
        book.apply(new BookEvent.SlotBurn(slot, false, liquidity, credited.amount0(), credited.amount1()));
    }

    private void mintNft(String tokenId, BigInteger liquidity) {
        SlotKey slot = new SlotKey(MANAGER, -1200, 1800);
        TokenAmounts paid = market.mint(slot, liquidity).orElseThrow();
        book.apply(new BookEvent.SlotMint(slot, true, liquidity, paid.amount0(), paid.amount1()));
        book.apply(new BookEvent.NftTransfer(nft(tokenId), ZERO, "0xbob"));
        book.apply(new BookEvent.NftIncrease(nft(tokenId), liquidity, paid.amount0(), paid.amount1()));
    }

    private static BookEvent.NftKey nft(String tokenId) {
        return new BookEvent.NftKey(MANAGER, tokenId, -1200, 1800);
    }

    private SwapResult swapTo(int tick) {
        SwapResult swap = market.swap(false, BigInteger.ONE.shiftLeft(120), TickMath.sqrtPriceX96AtTick(tick));
        book.apply(
                new BookEvent.Swap(swap.amount0(), swap.amount1(), swap.sqrtPriceX96(), swap.liquidity(), swap.tick()));
        return swap;
    }
}
