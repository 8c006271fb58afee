/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.PositionListing;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.LiquidityAmounts;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens and closes the listed positions as the bars pass, at each bar's closing price and in the pool's own integers:
 * minting is paid for rounded up, burning pays rounded down (v3-core UniswapV3Pool._modifyPosition). Closing collects what
 * burning credited; fees stay owed, since bars only estimate them. Mutable, single-threaded.
 */
final class BarPositions {

    private final String poolId;
    private final List<PositionListing> waiting;
    private final List<PositionListing> open = new ArrayList<>();

    BarPositions(String poolId, List<PositionListing> positions) {
        this.poolId = poolId;
        this.waiting = new ArrayList<>(positions);
    }

    /** What happens at a bar, after its tick; the caller adds where. */
    List<PositionEvent.Builder> at(MinuteBar bar) {
        List<PositionEvent.Builder> events = new ArrayList<>();
        List<PositionListing> opened = waiting.stream()
                .filter(next -> !next.from().isAfter(bar.time()))
                .toList();
        for (PositionListing position : opened) {
            waiting.remove(position);
            open.add(position);
            events.add(event(PositionEventKind.MINT, position, amounts(position, bar, true)));
        }
        List<PositionListing> closed = open.stream()
                .filter(held ->
                        held.to().filter(end -> !end.isAfter(bar.time())).isPresent())
                .toList();
        for (PositionListing position : closed) {
            open.remove(position);
            TokenAmounts principal = amounts(position, bar, false);
            events.add(event(PositionEventKind.BURN, position, principal));
            events.add(event(PositionEventKind.COLLECT, position, principal).setLiquidityRaw(null));
        }
        return events;
    }

    /** Those whose time did not come. */
    List<PositionListing> neverOpened() {
        return List.copyOf(waiting);
    }

    private static TokenAmounts amounts(PositionListing position, MinuteBar bar, boolean roundUp) {
        return LiquidityAmounts.amountsForLiquidity(
                TickMath.sqrtPriceX96AtTick(bar.closeTick()),
                TickMath.sqrtPriceX96AtTick(position.tickLower()),
                TickMath.sqrtPriceX96AtTick(position.tickUpper()),
                position.liquidity(),
                roundUp);
    }

    private PositionEvent.Builder event(PositionEventKind kind, PositionListing position, TokenAmounts amounts) {
        return PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(kind)
                .setOwner(position.owner())
                .setTickLower(position.tickLower())
                .setTickUpper(position.tickUpper())
                .setLiquidityRaw(position.liquidity().toString())
                .setAmount0Raw(amounts.amount0().toString())
                .setAmount1Raw(amounts.amount1().toString());
    }
}
