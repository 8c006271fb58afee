/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.SpotLadder;
import io.ballast.risk.book.GroupIncome;
import io.ballast.risk.book.GroupReading;
import io.ballast.risk.book.LossFigures;
import io.ballast.risk.book.PoolFigures;
import io.ballast.risk.book.Quality;
import io.ballast.schema.BookTotals;
import io.ballast.schema.FlagValue;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RiskReason;
import io.ballast.schema.SpotPoint;
import io.ballast.streams.record.Moment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes the figures of a pool and of portfolios' parts of it as records of the contract. */
final class GroupRecords {

    private final PoolDefinition pool;
    private final ReferencePrices prices;
    private final MarketGap gap;
    private final LiquidityRecords liquidity;
    private final LastSwap lastSwap;
    private final SpotLadder ladder;
    /** Shifts of token1's price, and beside them what they do to the pool's price. */
    private final List<Double> inverseNames;

    private final SpotLadder inverse;

    GroupRecords(
            PoolDefinition pool,
            ReferencePrices prices,
            MarketGap gap,
            LiquidityRecords liquidity,
            LastSwap lastSwap,
            SpotLadder ladder) {
        this.pool = pool;
        this.prices = prices;
        this.gap = gap;
        this.liquidity = liquidity;
        this.lastSwap = lastSwap;
        this.ladder = ladder;
        inverseNames = ladder.shifts().stream()
                .filter(shift -> inverse(shift) <= SpotLadder.GREATEST_SHIFT)
                .toList();
        inverse =
                new SpotLadder(inverseNames.stream().map(GroupRecords::inverse).toList());
    }

    /** Worth of liquidity that the price is not in, token1. */
    private double outOfRange(PoolFigures now, Group group) {
        if (now.tick() == null || now.price() == null) {
            return 0;
        }
        double token0 = group.outOfRange().token0(now.tick()) / one(0);
        double token1 = group.outOfRange().token1(now.tick()) / one(1);
        return token0 * now.price() + token1;
    }

    /** Raw units of a whole token; figures are only there where decimals are known. */
    private double one(int token) {
        return Math.pow(10, pool.getTokens().get(token).getDecimals());
    }

    /** Change of the pool's price when token1's moves by a shift against token0. */
    private static double inverse(double shift) {
        return 1 / (1 + shift) - 1;
    }

    /** Key of a portfolio's part. */
    String partKey(String portfolio) {
        return portfolio + "@" + pool.getPoolId();
    }

    /**
     * @param reading  null where there is none
     * @param at  when the pool is compared with the market
     */
    PoolRisk poolRisk(PoolFigures now, Group all, GroupReading reading, Moment moment, Instant at, RiskReason reason) {
        Optional<UsdPrice> usd = usd(now, moment);
        PoolRisk risk = PoolRisk.newBuilder()
                .setPoolId(pool.getPoolId())
                .setPrice(now.price())
                .setSqrtPriceX96Raw(
                        now.sqrtPriceX96() == null ? null : now.sqrtPriceX96().toString())
                .setTick(now.tick())
                .setLiquidityRaw(now.liquidity().toString())
                .setTotals(totals(now, all, reading, usd))
                .setUsdPerToken1(usd.map(UsdPrice::usd).orElse(null))
                .setUsdPriceTime(usd.map(UsdPrice::time).orElse(null))
                .setUsdPriceAgeMs(
                        usd.map(price -> price.ageMs(moment.eventTime())).orElse(null))
                .setBlockNumber(moment.at().blockNumber())
                .setBlockHash(moment.at().blockHash())
                .setLogIndex(moment.at().logIndex())
                .setEventTime(moment.eventTime())
                .setSimulated(isSimulated(moment, usd))
                .setReason(reason)
                .setFlags(flags(now, all, usd))
                .setSwapFee(now.parameters().swapFee())
                .setAmplification(now.parameters().amplification())
                .setWeight0(now.parameters().weight0())
                .setPausedContracts(now.pausedContracts())
                .setPausedSince(now.pausedSinceMs() == null ? null : Instant.ofEpochMilli(now.pausedSinceMs()))
                .build();
        gap.write(risk, now.price(), at);
        liquidity.write(risk, now, moment.eventTime());
        lastSwap.write(risk);
        return risk;
    }

    /** @param reading  null where there is none */
    PortfolioPart portfolioPart(PoolFigures now, Group part, GroupReading reading, Moment moment, RiskReason reason) {
        Optional<UsdPrice> usd = usd(now, moment);
        DoubtfulWorth doubtful = part.doubtful();
        return PortfolioPart.newBuilder()
                .setPortfolio(part.portfolio())
                .setPoolId(pool.getPoolId())
                .setVenue(pool.getVenue())
                .setChainId(pool.getChainId())
                .setSymbol0(pool.getTokens().get(0).getSymbol())
                .setSymbol1(pool.getTokens().get(1).getSymbol())
                .setAddress0(pool.getTokens().get(0).getAddress())
                .setAddress1(pool.getTokens().get(1).getAddress())
                .setPrice(now.price())
                .setSqrtPriceX96Raw(
                        now.sqrtPriceX96() == null ? null : now.sqrtPriceX96().toString())
                .setTick(now.tick())
                .setTotals(totals(now, part, reading, usd))
                .setUsdPerToken1(usd.map(UsdPrice::usd).orElse(null))
                .setUsdPriceTime(usd.map(UsdPrice::time).orElse(null))
                .setUsdPriceAgeMs(
                        usd.map(price -> price.ageMs(moment.eventTime())).orElse(null))
                .setBlockNumber(moment.at().blockNumber())
                .setBlockHash(moment.at().blockHash())
                .setLogIndex(moment.at().logIndex())
                .setEventTime(moment.eventTime())
                .setSimulated(isSimulated(moment, usd))
                .setReason(reason)
                .setFlags(flags(now, part, usd))
                .setUnfinalisedValue(doubtful.unfinalised())
                .setFlagValues(flagValues(now, doubtful))
                .build();
    }

    /** A flag that the pool itself has is one of all its positions. */
    private static List<FlagValue> flagValues(PoolFigures now, DoubtfulWorth doubtful) {
        return doubtful.flagged().entrySet().stream()
                .filter(entry -> !now.flags().contains(entry.getKey()))
                .map(entry -> new FlagValue(QualityFlag.valueOf(entry.getKey().name()), entry.getValue()))
                .toList();
    }

    private BookTotals totals(PoolFigures now, Group group, GroupReading reading, Optional<UsdPrice> usd) {
        BookTotals totals = new BookTotals();
        totals.setPositions((long) group.sums().count());
        totals.setWindows(List.of());
        totals.setLadder(ladder(group, ladder, ladder.shifts()));
        totals.setInverseLadder(ladder(group, inverse, inverseNames));
        if (reading != null) {
            setFigures(totals, reading.figures());
            // The two are summed apart: of nothing in range their difference may be a rounding.
            totals.setValueInRange(Math.max(0, reading.figures().value() - outOfRange(now, group)));
            usd.ifPresent(price -> setUsd(totals, reading.figures(), price.usd()));
            setIncome(totals, reading.income());
            totals.setPoolShare(now.share(reading.liquidity()));
        }
        return totals;
    }

    private static void setFigures(BookTotals totals, GroupFigures figures) {
        totals.setValue(figures.value());
        totals.setHodlValue(figures.hodl());
        totals.setIl(figures.il());
        totals.setIlPct(figures.ilFraction());
        totals.setRealisedIl(figures.realisedIl());
        totals.setDelta0(figures.delta0());
        totals.setDelta1(figures.delta1());
        totals.setHodl0(figures.hodl0());
        totals.setHodl1(figures.hodl1());
        totals.setGamma(figures.gamma());
    }

    private static void setIncome(BookTotals totals, GroupIncome income) {
        totals.setFeesValue(income.feesValue());
        LossFigures losses = income.losses();
        if (losses != null) {
            totals.setLvr(losses.lvr());
            totals.setLvrUsd(losses.lvrUsd());
            totals.setMarkout(losses.markout());
            totals.setMarkoutUsd(losses.markoutUsd());
            totals.setWindows(losses.windows().stream().map(RiskRecords::window).toList());
        }
    }

    private static void setUsd(BookTotals totals, GroupFigures figures, double usd) {
        totals.setValueUsd(figures.value() * usd);
        totals.setHodlValueUsd(figures.hodl() * usd);
        totals.setIlUsd(figures.il() * usd);
        totals.setRealisedIlUsd(figures.realisedIl() * usd);
    }

    /**
     * @param ladder  changes of the pool's price
     * @param names  what they are called
     */
    private static List<SpotPoint> ladder(Group group, SpotLadder ladder, List<Double> names) {
        List<io.ballast.risk.aggregate.SpotPoint> points = group.sums().at(ladder);
        return IntStream.range(0, points.size())
                .mapToObj(i -> point(points.get(i), names.get(i)))
                .toList();
    }

    private static SpotPoint point(io.ballast.risk.aggregate.SpotPoint point, double shift) {
        return new SpotPoint(
                shift,
                point.price(),
                point.figures().value(),
                point.figures().hodl(),
                point.figures().il(),
                point.figures().delta0(),
                point.figures().delta1(),
                point.figures().gamma());
    }

    private Optional<UsdPrice> usd(PoolFigures now, Moment moment) {
        return prices.perToken1(pool, now.price(), moment.eventTime());
    }

    private boolean isSimulated(Moment moment, Optional<UsdPrice> usd) {
        return pool.getSimulated()
                || moment.simulated()
                || usd.map(UsdPrice::simulated).orElse(false);
    }

    private static List<QualityFlag> flags(PoolFigures now, Group group, Optional<UsdPrice> usd) {
        Set<Quality> qualities = EnumSet.noneOf(Quality.class);
        qualities.addAll(now.flags());
        qualities.addAll(group.flags());
        return RiskRecords.flags(qualities, usd);
    }
}
