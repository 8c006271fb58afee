/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.benchmarks.topology.HeldPosition.Revalued;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import java.math.BigInteger;
import java.util.List;

/** One position revalued at one tick, as a record of Ballast's own contract. */
final class Revaluation {

    private Revaluation() {}

    static double sqrtPrice(PriceTick tick) {
        return new BigInteger(tick.getSqrtPriceX96Raw()).doubleValue() / 0x1p96;
    }

    static PositionRisk of(HeldPosition position, double sqrtPrice, PriceTick tick) {
        Revalued now = position.at(sqrtPrice);
        PositionRisk risk = new PositionRisk();
        risk.setPositionId(now.id());
        risk.setPoolId(tick.getInstrumentId());
        risk.setKind(PositionKind.DIRECT);
        risk.setLiquidityRaw(Double.toString(position.liquidity()));
        risk.setValue(now.value());
        risk.setHodlValue(now.hodlValue());
        risk.setIl(now.il());
        risk.setDelta0(now.delta0());
        risk.setDelta1(now.delta1());
        risk.setGamma(now.gamma());
        risk.setSqrtPriceX96Raw(tick.getSqrtPriceX96Raw());
        risk.setTick(tick.getTick());
        risk.setRangeState(RangeState.UNKNOWN);
        risk.setBlockNumber(tick.getBlockNumber());
        risk.setBlockHash(tick.getBlockHash());
        risk.setLogIndex(tick.getLogIndex());
        risk.setEventTime(tick.getEventTime());
        risk.setReason(RiskReason.TICK);
        risk.setWindows(List.of());
        risk.setFlags(List.of());
        risk.setExitCosts(List.of());
        return risk;
    }
}
