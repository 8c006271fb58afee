/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.ConcentratedContract;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two NFTs of a Uniswap v4 pool at one range and price 1, and a swap inside the range whose log says a fee of 0.1 %. Everything
 * expected is computed here, from v4-core's Pool and SwapMath.
 */
class PaidPositionsTopologyTest {

    private static final String POOL = "uniswap-v4:1:0x" + "c4".repeat(32);
    private static final String MANAGER = "0x00000000000000000000000000000000000000c3";
    private static final String ALICE = "0x000000000000000000000000000000000000000a";
    private static final String BOB = "0x000000000000000000000000000000000000000b";
    private static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);
    private static final BigInteger Q128 = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger ALICES = BigInteger.TEN.pow(22);
    private static final BigInteger BOBS = BigInteger.TEN.pow(22).multiply(BigInteger.valueOf(3));
    private static final BigInteger ALL = ALICES.add(BOBS);
    private static final BigInteger AMOUNT_IN = BigInteger.TEN.pow(19);
    private static final int FEE_PIPS = 1000;

    private static final BigInteger LESS_FEE =
            AMOUNT_IN.multiply(BigInteger.valueOf(1_000_000 - FEE_PIPS)).divide(BigInteger.valueOf(1_000_000));

    @TempDir
    private Path folder;

    private BookDriver books;
    private final Chain chain = new Chain("a", 100);

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        open(chain, null);
        give(7, ALICE, ALICES);
        give(8, BOB, BOBS);
        chain.nextBlock();
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldValueAFreshPositionAtWhatItsLiquidityCost() {
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(POOL + "/nft:7");
        assertThat(books.deadLetters()).isEmpty();
        assertThat(alice.getKind()).isEqualTo(PositionKind.NFT);
        assertThat(alice.getOwner()).isEqualTo(ALICE);
        assertThat(alice.getTickLower()).isEqualTo(-600);
        assertThat(alice.getLiquidityRaw()).isEqualTo(ALICES.toString());
        double amount = 1e4 * (1 - Math.pow(1.0001, -300));
        assertThat(alice.getDelta0()).isCloseTo(amount, within(1e-9));
        assertThat(alice.getHodlValue()).isCloseTo(2 * amount, within(1e-9));
        assertThat(alice.getIl()).isCloseTo(0, within(1e-12));
        assertThat(alice.getFlags()).isEmpty();
    }

    @Test
    void shouldShareTheFeeThatTheSwapsLogSays() {
        BigInteger sqrtPriceX96 = swap();
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(POOL + "/nft:7");
        double s = sqrtPriceX96.doubleValue() / 0x1p96;
        assertThat(alice.getOwed0Raw()).isEqualTo(feeOf(ALICES).toString());
        assertThat(books.risk().get(POOL + "/nft:8").getOwed0Raw())
                .isEqualTo(feeOf(BOBS).toString());
        assertThat(alice.getDelta0()).isCloseTo(1e4 * (1 / s - Math.pow(1.0001, -300)), within(1e-9));
        assertThat(alice.getIl()).isCloseTo(-1e4 * (s - 1) * (s - 1), within(1e-9));
        assertThat(alice.getFlags()).isEmpty();
    }

    @Test
    void shouldTellTheFeeOfTheLastSwapAsThePools() {
        books.feed(chain.records());
        List<PoolRisk> before = books.newPoolRisk();
        int fed = chain.size();
        chain.nextBlock();
        swap();
        books.feed(chain.records().subList(fed, chain.size()));

        List<PoolRisk> after = books.newPoolRisk();
        assertThat(before.get(before.size() - 1).getSwapFee()).isNull();
        assertThat(after.get(after.size() - 1).getSwapFee()).isEqualTo(FEE_PIPS / 1e6);
    }

    @Test
    void shouldPayFeesWithEveryChangeAndCloseWhatIsTakenOut() {
        swap();
        modify(7, ALICES.negate());
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(POOL + "/nft:7");
        assertThat(books.deadLetters()).isEmpty();
        assertThat(alice.getRangeState()).isEqualTo(RangeState.CLOSED);
        assertThat(alice.getOwed0Raw()).isEqualTo("0");
        assertThat(alice.getFeesCollected0()).isCloseTo(feeOf(ALICES).doubleValue() / 1e18, within(1e-15));
        assertThat(alice.getRealisedIl()).isNegative();
    }

    @Test
    void shouldCloseAPositionWhoseNftIsBurnt() {
        transfer(7, ALICE, Chain.ZERO);
        modify(7, ALICES.negate());
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(POOL + "/nft:7");
        assertThat(books.deadLetters()).isEmpty();
        assertThat(alice.getRangeState()).isEqualTo(RangeState.CLOSED);
        assertThat(alice.getOwner()).isEqualTo(ALICE);
        assertThat(alice.getHodlValue()).isZero();
    }

    @Test
    void shouldLeaveAnNftInAGaugeToItsDepositor() {
        String gauge = "0x000000000000000000000000000000000000006a";
        chain.position(POOL, PositionEventKind.NFT_TRANSFER, event -> event.setPositionManager(MANAGER)
                .setTokenId("7")
                .setTickLower(-600)
                .setTickUpper(600)
                .setSalt(salt(7))
                .setFromAddress(ALICE)
                .setToAddress(gauge)
                .setInCustody(true));
        books.feed(chain.records());
        books.reinitialise();
        chain.nextBlock();
        int fed = chain.size();
        swap();
        books.feed(chain.records().subList(fed, chain.size()));

        PositionRisk alice = books.risk().get(POOL + "/nft:7");
        assertThat(books.deadLetters()).isEmpty();
        assertThat(alice.getOwner()).isEqualTo(ALICE);
        assertThat(alice.getCustodian()).isEqualTo(gauge);
        assertThat(books.risk().get(POOL + "/nft:8").getCustodian()).isNull();
    }

    @Test
    void shouldComeToTheSameAfterARestart() {
        swap();
        books.feed(chain.records());
        String before = books.risk().get(POOL + "/nft:7").getOwed0Raw();

        books.reinitialise();
        chain.nextBlock();
        modify(7, BigInteger.ZERO);
        books.feed(chain.records().subList(chain.size() - 1, chain.size()));

        PositionRisk alice = books.risk().get(POOL + "/nft:7");
        assertThat(alice.getOwed0Raw()).isEqualTo("0");
        assertThat(alice.getFeesCollected0()).isCloseTo(Double.parseDouble(before) / 1e18, within(1e-15));
    }

    @Test
    void shouldSayThatAHookMayMoveMoreThanTheLogsTell() {
        BookDriver hooked = BookDriver.open(folder.resolve("hooked"));
        Chain other = new Chain("b", 100);
        open(other, "0x0000000000000000000000000000000000000002");
        other.position(POOL, PositionEventKind.MODIFY, event -> event.setOwner(BOB)
                .setSalt(salt(0))
                .setTickLower(-600)
                .setTickUpper(600)
                .setLiquidityChangeRaw("1000"));
        hooked.feed(other.records());

        assertThat(hooked.risk().get(POOL + "/" + BOB + ":-600:600").getFlags())
                .contains(QualityFlag.HISTORY_INCOMPLETE);
        hooked.close();
    }

    private static void open(Chain chain, String hooks) {
        List<PoolToken> tokens = List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, null));
        chain.define(POOL, PoolKind.CONCENTRATED, tokens, 60, definition -> definition
                .setContract(ConcentratedContract.UNISWAP_V4)
                .setPoolManager(MANAGER)
                .setFeePips(null)
                .setHooks(hooks));
        chain.pool(POOL, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw(Q96.toString())
                .setTick(0));
    }

    private void give(long tokenId, String owner, BigInteger liquidity) {
        transfer(tokenId, Chain.ZERO, owner);
        modify(tokenId, liquidity);
    }

    private void transfer(long tokenId, String from, String to) {
        chain.position(POOL, PositionEventKind.NFT_TRANSFER, event -> event.setPositionManager(MANAGER)
                .setTokenId(Long.toString(tokenId))
                .setSalt(salt(tokenId))
                .setTickLower(-600)
                .setTickUpper(600)
                .setFromAddress(from)
                .setToAddress(to));
    }

    private void modify(long tokenId, BigInteger change) {
        chain.position(POOL, PositionEventKind.MODIFY, event -> event.setOwner(MANAGER)
                .setManaged(true)
                .setSalt(salt(tokenId))
                .setTickLower(-600)
                .setTickUpper(600)
                .setLiquidityChangeRaw(change.toString()));
    }

    /** Exact input of token0 that stays in the range. */
    private BigInteger swap() {
        BigInteger numerator = ALL.shiftLeft(96);
        BigInteger next = up(numerator.multiply(Q96), numerator.add(LESS_FEE.multiply(Q96)));
        BigInteger out = ALL.multiply(Q96.subtract(next)).divide(Q96);
        double tick = Math.log(Math.pow(next.doubleValue() / 0x1p96, 2)) / Math.log(1.0001);
        chain.tick(POOL, PriceTickKind.SWAP, swap -> swap.setAmount0Raw(AMOUNT_IN.toString())
                .setAmount1Raw(out.negate().toString())
                .setSqrtPriceX96Raw(next.toString())
                .setLiquidityRaw(ALL.toString())
                .setTick((int) Math.floor(tick))
                .setFeePips(FEE_PIPS));
        return next;
    }

    /** v4: just the rate of the input. */
    private static BigInteger feeOf(BigInteger liquidity) {
        BigInteger growth = AMOUNT_IN.subtract(LESS_FEE).multiply(Q128).divide(ALL);
        return growth.multiply(liquidity).divide(Q128);
    }

    private static String salt(long value) {
        return String.format("0x%064x", value);
    }

    private static BigInteger up(BigInteger numerator, BigInteger denominator) {
        return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
    }
}
