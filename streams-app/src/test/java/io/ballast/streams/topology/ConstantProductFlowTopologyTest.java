/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.RangeState;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair of 100 000 to 400 (price 0.004), owned by one holder but for the locked 1000 units. */
class ConstantProductFlowTopologyTest {

    private static final String PAIR = "0x00000000000000000000000000000000000000c2";
    private static final String POOL = "uniswap-v2:1:" + PAIR;
    private static final String ALICE = "0x000000000000000000000000000000000000000a";
    private static final String BOB = "0x000000000000000000000000000000000000000b";
    private static final BigInteger AMOUNT0 = new BigInteger("100000000000");
    private static final BigInteger AMOUNT1 = new BigInteger("400000000000000000000");
    private static final BigInteger SUPPLY = AMOUNT0.multiply(AMOUNT1).sqrt();
    private static final BigInteger ALICES = SUPPLY.subtract(BigInteger.valueOf(1000));

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);

    @Test
    void shouldLoseWhatTheClosedFormSaysWhenThePriceDoublesWithoutFees() {
        create();
        double root = Math.sqrt(2);
        sync(new BigInteger("70710678119"), new BigInteger("565685424949238019520"));

        try (BookDriver books = BookDriver.open(folder)) {
            PositionRisk alice = books.feed(chain.records()).risk().get(POOL + "/" + ALICE);

            assertThat(alice.getKind()).isEqualTo(PositionKind.LP_TOKEN);
            assertThat(alice.getTickLower()).isNull();
            assertThat(alice.getPrice()).isCloseTo(0.008, within(1e-10));
            assertThat(alice.getIlPct()).isCloseTo(2 * root / 3 - 1, within(1e-9));
            assertThat(alice.getHodlValue()).isCloseTo(100_000 * 0.008 + 400, within(1e-4));
            assertThat(alice.getDelta0()).isCloseTo(100_000 / root, within(1e-3));
            assertThat(alice.getRangeState()).isEqualTo(RangeState.IN_RANGE);
            assertThat(alice.getFeesValue()).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void shouldPayTheHoldersShareOfTheReservesToTheUnit() {
        create();
        BigInteger reserve0 = new BigInteger("123456789012");
        BigInteger reserve1 = new BigInteger("345678901234567890123");
        sync(reserve0, reserve1);

        try (BookDriver books = BookDriver.open(folder)) {
            PositionRisk alice = books.feed(chain.records()).risk().get(POOL + "/" + ALICE);

            assertThat(alice.getPrincipal0Raw())
                    .isEqualTo(ALICES.multiply(reserve0).divide(SUPPLY).toString());
            assertThat(alice.getPrincipal1Raw())
                    .isEqualTo(ALICES.multiply(reserve1).divide(SUPPLY).toString());
            assertThat(alice.getLiquidityRaw()).isEqualTo(ALICES.toString());
        }
    }

    @Test
    void shouldMoveAHoldersBasisWithItsTokens() {
        create();
        BigInteger third = ALICES.divide(BigInteger.valueOf(3));
        transfer(ALICE, BOB, third);
        sync(new BigInteger("70710678119"), new BigInteger("565685424949238019520"));

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());
            PositionRisk alice = books.risk().get(POOL + "/" + ALICE);
            PositionRisk bob = books.risk().get(POOL + "/" + BOB);

            assertThat(bob.getLiquidityRaw()).isEqualTo(third.toString());
            assertThat(bob.getIlPct()).isCloseTo(alice.getIlPct(), within(1e-9));
            assertThat(bob.getHodlValue()).isCloseTo(alice.getHodlValue() / 2, within(1e-6));
        }
    }

    private void create() {
        chain.define(
                POOL,
                PoolKind.CONSTANT_PRODUCT,
                List.of(Chain.token("0xa0", 6, null), Chain.token("0xa1", 18, null)),
                null);
        transfer(Chain.ZERO, Chain.ZERO, BigInteger.valueOf(1000));
        transfer(Chain.ZERO, ALICE, ALICES);
        sync(AMOUNT0, AMOUNT1);
        chain.position(POOL, PositionEventKind.LP_MINT, event -> event.setAmount0Raw(AMOUNT0.toString())
                .setAmount1Raw(AMOUNT1.toString()));
        chain.nextBlock();
    }

    private void transfer(String from, String to, BigInteger value) {
        chain.position(POOL, PositionEventKind.LP_TRANSFER, event -> event.setFromAddress(from)
                .setToAddress(to)
                .setLiquidityRaw(value.toString()));
    }

    private void sync(BigInteger reserve0, BigInteger reserve1) {
        chain.tick(POOL, PriceTickKind.SYNC, tick -> tick.setReserve0Raw(reserve0.toString())
                .setReserve1Raw(reserve1.toString()));
    }
}
