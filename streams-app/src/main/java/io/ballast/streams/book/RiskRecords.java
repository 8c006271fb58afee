/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.LossFigures;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.Quality;
import io.ballast.risk.book.WindowFigures;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.schema.WindowLoss;
import io.ballast.streams.record.Moment;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the figures of one pool's positions as records of the contract. */
final class RiskRecords {

    private static final long MILLIS = 1000;

    private final PoolDefinition pool;
    private final ReferencePrices prices;
    private final Portfolios portfolios;
    private final RangeRecords ranges;
    private final PositionInPool inPool;

    RiskRecords(
            PoolDefinition pool,
            ReferencePrices prices,
            Portfolios portfolios,
            RangeRecords ranges,
            PositionInPool inPool) {
        this.pool = pool;
        this.prices = prices;
        this.portfolios = portfolios;
        this.ranges = ranges;
        this.inPool = inPool;
    }

    String poolId() {
        return pool.getPoolId();
    }

    String positionId(String positionKey) {
        return pool.getPoolId() + "/" + positionKey;
    }

    PositionRisk of(PositionFigures figures, Moment moment, RiskReason reason, String snapshotLabel) {
        PositionRisk risk = new PositionRisk();
        risk.setReason(reason);
        risk.setSnapshotLabel(snapshotLabel);
        risk.setBlockNumber(moment.at().blockNumber());
        risk.setBlockHash(moment.at().blockHash());
        risk.setLogIndex(moment.at().logIndex());
        risk.setEventTime(moment.eventTime());
        setIdentity(risk, figures.position());
        setRaw(risk, figures);
        PositionMeasures measures = figures.measures();
        risk.setWindows(List.of());
        if (measures != null) {
            setMeasures(risk, measures);
            if (measures.losses() != null) {
                setLosses(risk, measures.losses());
            }
        }
        Optional<UsdPrice> usd = prices.perToken1(pool, measures == null ? null : measures.price(), moment.eventTime());
        usd.ifPresent(price -> setUsd(risk, price, measures));
        inPool.write(risk, figures);
        risk.setRange(ranges.of(figures, usd, moment.eventTime()));
        risk.setFlags(flags(figures.flags(), usd));
        risk.setSimulated(pool.getSimulated()
                || moment.simulated()
                || usd.map(UsdPrice::simulated).orElse(false));
        return risk;
    }

    private void setIdentity(PositionRisk risk, PositionIdentity identity) {
        boolean ranged = identity.kind() != PositionIdentity.Kind.LP_TOKEN;
        risk.setPositionId(positionId(identity.key()));
        risk.setPoolId(pool.getPoolId());
        risk.setKind(PositionKind.valueOf(identity.kind().name()));
        risk.setOwner(identity.owner());
        risk.setCustodian(identity.custodian());
        risk.setPortfolio(portfolios.of(identity.owner()));
        risk.setTokenId(identity.tokenId());
        risk.setTickLower(ranged ? identity.tickLower() : null);
        risk.setTickUpper(ranged ? identity.tickUpper() : null);
    }

    private static void setRaw(PositionRisk risk, PositionFigures figures) {
        TokenAmounts principal = figures.principal();
        TokenAmounts owed = figures.owed();
        risk.setLiquidityRaw(figures.liquidity().toString());
        risk.setPrincipal0Raw(principal == null ? null : principal.amount0().toString());
        risk.setPrincipal1Raw(principal == null ? null : principal.amount1().toString());
        risk.setOwed0Raw(owed == null ? null : owed.amount0().toString());
        risk.setOwed1Raw(owed == null ? null : owed.amount1().toString());
        risk.setRangeState(RangeState.valueOf(figures.rangeState().name()));
        BigInteger sqrtPriceX96 = figures.sqrtPriceX96();
        risk.setSqrtPriceX96Raw(sqrtPriceX96 == null ? null : sqrtPriceX96.toString());
        risk.setTick(figures.tick());
    }

    private static void setMeasures(PositionRisk risk, PositionMeasures measures) {
        risk.setPrice(measures.price());
        risk.setValue(measures.value());
        risk.setHodl0(measures.hodl0());
        risk.setHodl1(measures.hodl1());
        risk.setHodlValue(measures.hodlValue());
        risk.setIl(measures.il());
        risk.setIlPct(measures.ilFraction());
        risk.setRealisedIl(measures.realisedIl());
        risk.setDelta0(measures.delta0());
        risk.setDelta1(measures.delta1());
        risk.setGamma(measures.gamma());
        risk.setFeesEarned0(measures.fees0());
        risk.setFeesEarned1(measures.fees1());
        risk.setFeesCollected0(measures.feesCollected0());
        risk.setFeesCollected1(measures.feesCollected1());
        risk.setFeesValue(measures.feesValue());
    }

    private static void setLosses(PositionRisk risk, LossFigures losses) {
        risk.setLvr(losses.lvr());
        risk.setLvrUsd(losses.lvrUsd());
        risk.setMarkout(losses.markout());
        risk.setMarkoutUsd(losses.markoutUsd());
        risk.setWindows(losses.windows().stream().map(RiskRecords::window).toList());
    }

    static WindowLoss window(WindowFigures window) {
        WindowLoss loss = new WindowLoss();
        loss.setWindowSeconds(window.lengthMs() / MILLIS);
        loss.setSince(Instant.ofEpochMilli(window.sinceMs()));
        loss.setComplete(window.complete());
        loss.setIl(window.il());
        loss.setLvr(window.lvr());
        loss.setLvrUsd(window.lvrUsd());
        return loss;
    }

    private static void setUsd(PositionRisk risk, UsdPrice price, PositionMeasures measures) {
        risk.setUsdPerToken1(price.usd());
        risk.setUsdPriceTime(price.time());
        risk.setUsdPriceAgeMs(price.ageMs(risk.getEventTime()));
        if (measures != null) {
            risk.setValueUsd(measures.value() * price.usd());
            risk.setHodlValueUsd(measures.hodlValue() * price.usd());
            risk.setIlUsd(measures.il() * price.usd());
            risk.setRealisedIlUsd(measures.realisedIl() * price.usd());
            risk.setFeesValueUsd(measures.feesValue() * price.usd());
        }
    }

    /** In the order of their declaration, so that equal figures make equal records. */
    static List<QualityFlag> flags(Set<Quality> qualities, Optional<UsdPrice> usd) {
        List<QualityFlag> flags = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            if (qualities.contains(quality)) {
                flags.add(QualityFlag.valueOf(quality.name()));
            }
        }
        usd.ifPresent(price -> flags.addAll(price.flags()));
        return flags;
    }
}
