/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.aggregate.LiquidityStep;
import io.ballast.risk.book.ConcentratedGroupCurve;
import io.ballast.risk.book.GroupCurve;
import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.ShareGroupCurve;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.curve.stable.StableCurve;
import io.ballast.risk.curve.stable.StableInvariant;
import io.ballast.risk.curve.weighted.WeightedPairCurve;
import io.ballast.schema.CurveState;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.ShareCurve;
import java.math.BigInteger;
import java.util.Optional;

/** Reads what a portfolio holds in a pool so that it can be valued at any price, with the very figures of the pool's book. */
public final class PortfolioCurveAdapter {

    /** Of a sum over positions, in the form raw times 2^64. */
    private static final int BASKET_BITS = 256;

    private static final int LIQUIDITY_BITS = 192;

    private PortfolioCurveAdapter() {}

    /**
     * The holding; empty where the record's state says that it is not told.
     *
     * @throws MalformedRecordException if fields that the kind of pool needs are missing or make no sense
     */
    public static Optional<GroupCurve> curve(PortfolioCurve record) {
        if (record.getState() != CurveState.COMPLETE) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (record.getKind()) {
                        case CONCENTRATED -> concentrated(record);
                        case CONSTANT_PRODUCT, WEIGHTED, STABLE -> share(record);
                        case UNKNOWN ->
                            throw new MalformedRecordException("kind UNKNOWN of pool " + record.getPoolId());
                    });
        } catch (MalformedRecordException malformed) {
            throw malformed;
        } catch (IllegalArgumentException senseless) {
            throw new MalformedRecordException(senseless.getMessage());
        }
    }

    private static GroupCurve concentrated(PortfolioCurve record) {
        ConcentratedGroupCurve curve = new ConcentratedGroupCurve(
                Math.toIntExact(record.getPositions()),
                record.getSteps().stream()
                        .map(step -> new LiquidityStep(
                                step.getTick(),
                                Fields.signed("liquidity_net_raw", step.getLiquidityNetRaw(), LIQUIDITY_BITS)))
                        .toList(),
                basket("hodl0_x64_raw", record.getHodl0X64Raw()),
                basket("hodl1_x64_raw", record.getHodl1X64Raw()),
                basket("realised_il_x64_raw", record.getRealisedIlX64Raw()),
                decimals0(record),
                decimals1(record));
        curve.totals();
        return curve;
    }

    private static GroupCurve share(PortfolioCurve record) {
        ShareCurve share = Fields.required("share", record.getShare());
        return new ShareGroupCurve(
                Math.toIntExact(record.getPositions()),
                held(record, share),
                share.getPartWithoutFees(),
                basket("hodl0_x64_raw", record.getHodl0X64Raw()),
                basket("hodl1_x64_raw", record.getHodl1X64Raw()),
                basket("realised_il_x64_raw", record.getRealisedIlX64Raw()),
                new HumanUnits(decimals0(record), decimals1(record)));
    }

    private static HeldCurve held(PortfolioCurve record, ShareCurve share) {
        return switch (record.getKind()) {
            case WEIGHTED ->
                new HeldCurve(
                        new WeightedPairCurve(Fields.required("weight0", share.getWeight0()), share.getDepth()),
                        share.getPart(),
                        decimals0(record),
                        decimals1(record));
            case STABLE ->
                new HeldCurve(
                        new StableCurve(
                                new StableInvariant(Fields.required("amplification_k", share.getAmplificationK())),
                                share.getDepth(),
                                Fields.required("rate0", share.getRate0()),
                                Fields.required("rate1", share.getRate1())),
                        share.getPart(),
                        decimals0(record),
                        decimals1(record));
            default -> new HeldCurve(new ConstantProductCurve(share.getDepth()), share.getPart(), 0, 0);
        };
    }

    private static BigInteger basket(String field, String value) {
        return Fields.signed(field, value, BASKET_BITS);
    }

    private static int decimals0(PortfolioCurve record) {
        return Fields.required("token0.decimals", record.getToken0().getDecimals());
    }

    private static int decimals1(PortfolioCurve record) {
        return Fields.required("token1.decimals", record.getToken1().getDecimals());
    }
}
