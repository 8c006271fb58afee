/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoFiguresTest {
    private static final String POOL = "uniswap-v3:1:0x1";

    private final RiskBoard board = new RiskBoard();

    @Test
    void sumsOpenPositionsUp() {
        board.pool(POOL, pool());
        board.risk(POOL + "/nft:1", position("nft:1", RangeState.IN_RANGE, 100.0, -2.0, 3.0));
        board.risk(POOL + "/nft:2", position("nft:2", RangeState.BELOW, 50.0, -4.0, 1.0));
        board.risk(POOL + "/nft:3", position("nft:3", RangeState.CLOSED, 0.0, 0.0, 9.0));

        BookTotals totals = BookTotals.of(board);

        assertThat(totals.positions()).isEqualTo(2);
        assertThat(totals.inRange()).isEqualTo(1);
        assertThat(totals.value()).isEqualTo(150);
        assertThat(totals.il()).isEqualTo(-6);
        assertThat(totals.ilFraction()).isCloseTo(-6.0 / 156, within(1e-12));
        assertThat(totals.fees()).isEqualTo(4);
        assertThat(totals.deltas()).containsEntry("WETH", 2.0).containsEntry("USDC", 14.0);
    }

    @Test
    void forgetsAPositionThatWasTakenBack() {
        board.risk(POOL + "/nft:1", position("nft:1", RangeState.IN_RANGE, 100.0, -2.0, 3.0));
        board.risk(POOL + "/nft:1", null);

        assertThat(BookTotals.of(board).positions()).isZero();
        assertThat(BookTotals.of(board).ilFraction()).isZero();
        assertThat(board.riskRecords()).isEqualTo(2);
    }

    @Test
    void showsTheLargestLossesFirst() {
        board.risk("a", position("nft:1", RangeState.IN_RANGE, 100.0, -2.0, 3.0));
        board.risk("b", position("nft:2", RangeState.IN_RANGE, 100.0, -5.0, 3.0));
        board.risk("c", position("nft:3", RangeState.IN_RANGE, 100.0, null, 3.0));

        assertThat(DemoFigures.top(board)).extracting(PositionRisk::getIlUsd).containsExactly(-5.0, -2.0);
    }

    @Test
    void titlesAPoolByItsTokensAndFee() {
        assertThat(PoolTitle.of(Optional.of(pool()), POOL)).isEqualTo("WETH/USDC 0.05%");
        assertThat(PoolTitle.of(Optional.empty(), POOL)).isEqualTo(POOL);
    }

    @Test
    void metersGrowthOverTenSeconds() {
        Meter meter = new Meter();

        assertThat(meter.rate(0, 0)).isZero();
        assertThat(meter.rate(5, 50)).isEqualTo(10);
        assertThat(meter.rate(20, 50)).isZero();
    }

    @Test
    void labelsEverythingAsSimulated() {
        board.pool(POOL, pool());
        board.risk(POOL + "/nft:1", position("nft:1", RangeState.IN_RANGE, 100.0, -2.0, 3.0));
        DemoFigures figures = new DemoFigures(12, BookTotals.of(board), DemoFigures.top(board), 240, 20, 5, 80, 120, 0);
        DemoView view = new DemoView(board, "");

        assertThat(view.line(figures))
                .startsWith("SIMULATED")
                .contains("IL -2 USD")
                .contains("p50 80 ms");
        assertThat(view.screen(figures).get(0)).contains("SIMULATED");
        assertThat(view.screen(figures)).anyMatch(line -> line.startsWith("nft:1") && line.contains("in range"));
        assertThat(view.summary(figures).get(0)).contains("SIMULATED");
        assertThat(figures.json().get("simulated").asBoolean()).isTrue();
    }

    private static PoolDefinition pool() {
        return PoolDefinition.newBuilder()
                .setPoolId(POOL)
                .setKind(PoolKind.CONCENTRATED)
                .setVenue("uniswap-v3")
                .setChainId(1)
                .setAddress("0x1")
                .setTokens(List.of(token("WETH"), token("USDC")))
                .setFeePips(500)
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(Instant.EPOCH)
                .build();
    }

    private static PoolToken token(String symbol) {
        return PoolToken.newBuilder()
                .setAddress("0x" + symbol)
                .setSymbol(symbol)
                .build();
    }

    private static PositionRisk position(String key, RangeState state, Double value, Double il, Double fees) {
        return PositionRisk.newBuilder()
                .setPositionId(POOL + "/" + key)
                .setPoolId(POOL)
                .setKind(PositionKind.NFT)
                .setLiquidityRaw("1")
                .setRangeState(state)
                .setValueUsd(value)
                .setHodlValueUsd(il == null ? null : value - il)
                .setIlUsd(il)
                .setFeesValueUsd(fees)
                .setDelta0(1.0)
                .setDelta1(7.0)
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(Instant.EPOCH)
                .build();
    }
}
