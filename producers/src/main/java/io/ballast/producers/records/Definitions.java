/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.records;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.TokenListing;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** Writes pool definitions. */
public final class Definitions {

    private Definitions() {}

    /**
     * The definition of a pool.
     *
     * @param pool  what it is
     * @param known  its chain, what is known of its tokens, and the fee recipient of v2 pairs
     * @param origin  where it was created or first learned of
     */
    public static PoolDefinition of(PoolListing pool, PoolCatalogue known, Origin origin) {
        return origin.complete(PoolDefinition.newBuilder()
                .setPoolId(pool.poolId(known.chainId()))
                .setKind(pool.kind())
                .setVenue(pool.venue())
                .setChainId(known.chainId())
                .setAddress(pool.address())
                .setContract(
                        pool.kind() == PoolKind.CONCENTRATED ? pool.contract().kind() : null)
                .setPoolManager(pool.contract().manager().orElse(null))
                .setHooks(pool.contract().hooks().orElse(null))
                .setTokens(
                        List.of(token(pool, 0, known.token(pool.token0())), token(pool, 1, known.token(pool.token1()))))
                .setFeePips(pool.feePips().orElse(null))
                .setTickSpacing(pool.tickSpacing().orElse(null))
                .setSwapFeeE18Raw(said(pool, ShareDetails::swapFeeE18))
                .setProtocolPartE18Raw(said(pool, ShareDetails::protocolPartE18))
                .setAmplificationRaw(said(pool, shares -> shares.amplification().orElse(null)))
                .setAmplificationPrecision(pool.shares()
                        .filter(shares -> shares.amplification().isPresent())
                        .map(ShareDetails::amplificationPrecision)
                        .orElse(null))
                .setProtocolFeeRecipient(
                        pool.kind() == PoolKind.CONSTANT_PRODUCT
                                ? known.v2FeeTo().orElse(null)
                                : null));
    }

    /** Null if it does not say. */
    private static String said(PoolListing pool, Function<ShareDetails, BigInteger> value) {
        return pool.shares().map(value).map(BigInteger::toString).orElse(null);
    }

    private static PoolToken token(PoolListing pool, int place, TokenListing token) {
        return PoolToken.newBuilder()
                .setWeightE18Raw(said(pool, shares -> at(shares.weightsE18(), place)))
                .setRateE18Raw(said(pool, shares -> at(shares.ratesE18(), place)))
                .setAddress(token.address())
                .setSymbol(token.symbol().orElse(null))
                .setDecimals(token.decimals().orElse(null))
                .setPriceSource(token.priceSource().orElse(null))
                .build();
    }

    private static BigInteger at(List<BigInteger> values, int place) {
        return values.isEmpty() ? null : values.get(place);
    }
}
