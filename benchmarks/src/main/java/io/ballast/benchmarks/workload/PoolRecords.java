/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.benchmarks.workload.ChainClock.Place;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.util.List;

/** Writes the logs of the measured pool, or of one like it, as records of the contract. Mutable and single-threaded: it numbers them. */
final class PoolRecords {

    private static final String PRODUCER = "benchmark";

    private final String id;
    private final String address;
    private final ChainClock clock;
    private long sequence;

    /** @param pool  its number */
    PoolRecords(int pool, ChainClock clock) {
        this.id = MeasuredPool.id(pool);
        this.address = MeasuredPool.address(pool);
        this.clock = clock;
    }

    PoolDefinition definition() {
        Place place = ChainClock.creation(0);
        return PoolDefinition.newBuilder()
                .setPoolId(id)
                .setKind(PoolKind.CONCENTRATED)
                .setVenue("uniswap-v3")
                .setChainId(1)
                .setAddress(address)
                .setTokens(List.of(
                        token("0x00000000000000000000000000000000000000e0", "WETH", MeasuredPool.DECIMALS_0),
                        token("0x00000000000000000000000000000000000000e1", "USDC", MeasuredPool.DECIMALS_1)))
                .setFeePips(MeasuredPool.FEE_PIPS)
                .setTickSpacing(MeasuredPool.TICK_SPACING)
                .setBlockNumber(place.block())
                .setBlockHash(place.blockHash())
                .setLogIndex(place.logIndex())
                .setEventTime(clock.time(place))
                .build();
    }

    PoolEvent initialize() {
        Place place = ChainClock.creation(1);
        return PoolEvent.newBuilder()
                .setPoolId(id)
                .setKind(PoolEventKind.INITIALIZE)
                .setSqrtPriceX96Raw(MeasuredPool.FIRST_SQRT_PRICE_X96.toString())
                .setTick(MeasuredPool.FIRST_TICK)
                .setBlockNumber(place.block())
                .setBlockHash(place.blockHash())
                .setLogIndex(place.logIndex())
                .setEventTime(clock.time(place))
                .setProducerId(PRODUCER)
                .setPoolSequence(sequence++)
                .build();
    }

    PositionEvent mint(PlannedPosition position, TokenAmounts paid, Place place) {
        return PositionEvent.newBuilder()
                .setPoolId(id)
                .setKind(PositionEventKind.MINT)
                .setOwner(position.owner())
                .setTickLower(position.tickLower())
                .setTickUpper(position.tickUpper())
                .setLiquidityRaw(position.liquidity().toString())
                .setAmount0Raw(paid.amount0().toString())
                .setAmount1Raw(paid.amount1().toString())
                .setBlockNumber(place.block())
                .setBlockHash(place.blockHash())
                .setLogIndex(place.logIndex())
                .setEventTime(clock.time(place))
                .setProducerId(PRODUCER)
                .setPoolSequence(sequence++)
                .build();
    }

    PriceTick swap(SwapResult swap, Place place) {
        return PriceTick.newBuilder()
                .setInstrumentId(id)
                .setKind(PriceTickKind.SWAP)
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setTick(swap.tick())
                .setLiquidityRaw(swap.liquidity().toString())
                .setAmount0Raw(swap.amount0().toString())
                .setAmount1Raw(swap.amount1().toString())
                .setBlockNumber(place.block())
                .setBlockHash(place.blockHash())
                .setLogIndex(place.logIndex())
                .setEventTime(clock.time(place))
                .setProducerId(PRODUCER)
                .setPoolSequence(sequence++)
                .build();
    }

    private static PoolToken token(String address, String symbol, int decimals) {
        return PoolToken.newBuilder()
                .setAddress(address)
                .setSymbol(symbol)
                .setDecimals(decimals)
                .build();
    }
}
