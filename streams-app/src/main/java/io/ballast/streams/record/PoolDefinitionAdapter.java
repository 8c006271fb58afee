/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static io.ballast.streams.record.Fields.id;
import static io.ballast.streams.record.Fields.required;

import io.ballast.risk.book.PoolTerms;
import io.ballast.schema.PoolDefinition;

/** Reads pool definitions as terms of their books. */
public final class PoolDefinitionAdapter {

    /** The most that a token can say of itself: decimals are a uint8. */
    private static final int MOST_DECIMALS = 255;

    private PoolDefinitionAdapter() {}

    /**
     * @throws MalformedRecordException if fields that the kind needs are missing or wrong, or there is no book for the kind
     */
    public static PoolTerms terms(PoolDefinition definition) {
        PoolTerms.Curve curve = curve(definition);
        if (definition.getTokens().size() != 2) {
            throw new MalformedRecordException("tokens: a " + curve + " pool has 2, not "
                    + definition.getTokens().size());
        }
        return new PoolTerms(
                curve,
                id("address", definition.getAddress()),
                required("fee_pips", definition.getFeePips()),
                curve == PoolTerms.Curve.CONCENTRATED ? required("tick_spacing", definition.getTickSpacing()) : 0,
                decimals(definition, 0),
                decimals(definition, 1),
                definition.getProtocolFeeRecipient() != null);
    }

    private static PoolTerms.Curve curve(PoolDefinition definition) {
        return switch (definition.getKind()) {
            case CONCENTRATED -> PoolTerms.Curve.CONCENTRATED;
            case CONSTANT_PRODUCT -> PoolTerms.Curve.CONSTANT_PRODUCT;
            case WEIGHTED, STABLE, UNKNOWN ->
                throw new MalformedRecordException("kind " + definition.getKind() + " of pool " + definition.getPoolId()
                        + ": no book for that curve yet");
        };
    }

    private static Integer decimals(PoolDefinition definition, int token) {
        Integer decimals = definition.getTokens().get(token).getDecimals();
        if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
            throw new MalformedRecordException(
                    "tokens[" + token + "].decimals " + decimals + " is outside 0 to " + MOST_DECIMALS);
        }
        return decimals;
    }
}
