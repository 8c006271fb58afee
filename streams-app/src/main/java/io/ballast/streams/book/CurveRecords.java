/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.ConcentratedGroupCurve;
import io.ballast.risk.book.GroupCurve;
import io.ballast.risk.book.PoolFigures;
import io.ballast.risk.book.Quality;
import io.ballast.risk.book.ShareGroupCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.curve.stable.StableCurve;
import io.ballast.risk.curve.weighted.WeightedPairCurve;
import io.ballast.schema.CurveState;
import io.ballast.schema.CurveStep;
import io.ballast.schema.CurveToken;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RiskReason;
import io.ballast.schema.ShareCurve;
import io.ballast.streams.record.Moment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes what portfolios hold in a pool, at every price, as records of the contract. */
final class CurveRecords {

    private final PoolDefinition pool;

    CurveRecords(PoolDefinition pool) {
        this.pool = pool;
    }

    /** Key of a portfolio's curve. */
    String key(Group part) {
        return part.portfolio() + "@" + pool.getPoolId();
    }

    /** @param curve  null where the state says why */
    PortfolioCurve record(
            PoolFigures now, Group part, CurveState state, GroupCurve curve, Moment moment, RiskReason reason) {
        PortfolioCurve record = PortfolioCurve.newBuilder()
                .setPortfolio(part.portfolio())
                .setPoolId(pool.getPoolId())
                .setKind(pool.getKind())
                .setState(state)
                .setToken0(token(0))
                .setToken1(token(1))
                .setPositions((long) part.sums().count())
                .setBoundaries(part.sums().boundaries())
                .setPrice(now.price())
                .setBlockNumber(moment.at().blockNumber())
                .setBlockHash(moment.at().blockHash())
                .setLogIndex(moment.at().logIndex())
                .setEventTime(moment.eventTime())
                .setSimulated(pool.getSimulated() || moment.simulated())
                .setReason(reason)
                .setFlags(flags(now, part))
                .build();
        if (curve instanceof ConcentratedGroupCurve concentrated) {
            record.setSteps(steps(concentrated));
            setBasket(record, concentrated.hodl0X64(), concentrated.hodl1X64(), concentrated.realisedIlX64());
        } else if (curve instanceof ShareGroupCurve share) {
            record.setShare(share(share));
            setBasket(record, share.hodl0X64(), share.hodl1X64(), share.realisedIlX64());
        }
        return record;
    }

    private CurveToken token(int index) {
        PoolToken token = pool.getTokens().get(index);
        return new CurveToken(token.getAddress(), token.getSymbol(), token.getDecimals(), token.getPriceSource());
    }

    private static List<CurveStep> steps(ConcentratedGroupCurve curve) {
        return curve.steps().stream()
                .map(step -> new CurveStep(step.tick(), step.net().toString()))
                .toList();
    }

    private static void setBasket(
            PortfolioCurve record, BigInteger hodl0X64, BigInteger hodl1X64, BigInteger realisedIlX64) {
        record.setHodl0X64Raw(hodl0X64.toString());
        record.setHodl1X64Raw(hodl1X64.toString());
        record.setRealisedIlX64Raw(realisedIlX64.toString());
    }

    private static ShareCurve share(ShareGroupCurve curve) {
        ShareCurve share = new ShareCurve();
        share.setPart(curve.curve().part());
        share.setPartWithoutFees(curve.partWithoutFees());
        PairCurve whole = curve.curve().whole();
        if (whole instanceof ConstantProductCurve product) {
            share.setDepth(product.liquidity());
        } else if (whole instanceof WeightedPairCurve weighted) {
            share.setDepth(weighted.invariant());
            share.setWeight0(weighted.weight0());
        } else if (whole instanceof StableCurve stable) {
            share.setDepth(stable.depth());
            share.setAmplificationK(stable.invariant().k());
            share.setRate0(stable.rate0());
            share.setRate1(stable.rate1());
        } else {
            throw new IllegalStateException("the contract has no fields for " + whole);
        }
        return share;
    }

    private static List<QualityFlag> flags(PoolFigures now, Group part) {
        Set<Quality> qualities = EnumSet.noneOf(Quality.class);
        qualities.addAll(now.flags());
        qualities.addAll(part.flags());
        List<QualityFlag> flags = new ArrayList<>();
        qualities.forEach(quality -> flags.add(QualityFlag.valueOf(quality.name())));
        return flags;
    }
}
