/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.RawRatio;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.UsdPrices;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.constantproduct.ConstantProductMath;
import java.math.BigInteger;

/**
 * Trades a pool against the market as long as that pays. With a fee of phi and a market price M that is so while the
 * pool's price is below {@code M (1 - phi)} or above {@code M / (1 - phi)}; gas is free and the market deep. Source: J.
 * Milionis, C. Moallemi, T. Roughgarden, "Automated market making and arbitrage profits in the presence of fees" (2023),
 * section 2.
 */
public final class Arbitrageur {

    private static final int PIPS = 1_000_000;
    /** More than any pool here can take: the price limit ends the swap. */
    private static final BigInteger PLENTY = BigInteger.ONE.shiftLeft(127);

    private final UsdPrices prices;

    public Arbitrageur(UsdPrices prices) {
        this.prices = prices;
    }

    /** Brings the pool's price to the nearer end of the band where nothing is to be earned, if it is outside. */
    public void align(BlockBuilder block, SimulatedConcentratedPool pool) {
        RawRatio market = prices.fair(pool.terms().tokens());
        int kept = PIPS - pool.terms().feePips();
        BigInteger lowest = sqrtPriceX96(market.times(kept, PIPS));
        BigInteger highest = sqrtPriceX96(market.times(PIPS, kept));
        BigInteger price = pool.state().sqrtPriceX96();
        if (price.compareTo(lowest) < 0) {
            block.beginTransaction();
            pool.swap(block, false, PLENTY, lowest);
        } else if (price.compareTo(highest) > 0) {
            block.beginTransaction();
            pool.swap(block, true, PLENTY, highest);
        }
    }

    /**
     * Swaps the amount that earns most. To sell x of a token at p, with reserves R of it and S of the other, that is
     * {@code (sqrt(R S (1 - phi) / p) - R) / (1 - phi)}: where the derivative of the payout is p.
     */
    public void align(BlockBuilder block, SimulatedPair pair) {
        RawRatio market = prices.fair(pair.terms().tokens());
        int kept = PIPS - pair.terms().feePips();
        TokenAmounts reserves = pair.reserves();
        BigInteger k = reserves.amount0().multiply(reserves.amount1());
        BigInteger in0 = bestInput(k, reserves.amount0(), market.denominator(), market.numerator(), kept);
        BigInteger in1 = bestInput(k, reserves.amount1(), market.numerator(), market.denominator(), kept);
        if (pays(in0, reserves.amount0(), reserves.amount1(), market.denominator(), market.numerator())) {
            block.beginTransaction();
            pair.swap(block, true, in0);
        } else if (pays(in1, reserves.amount1(), reserves.amount0(), market.numerator(), market.denominator())) {
            block.beginTransaction();
            pair.swap(block, false, in1);
        }
    }

    /** True if so much comes out that it is worth more than what goes in: {@code in} units of that for {@code out}. */
    private static boolean pays(
            BigInteger input, BigInteger reserveIn, BigInteger reserveOut, BigInteger in, BigInteger out) {
        if (input.signum() <= 0) {
            return false;
        }
        BigInteger output = ConstantProductMath.getAmountOut(input, reserveIn, reserveOut, SimulatedPair.FEE_BPS);
        return output.multiply(in).compareTo(input.multiply(out)) > 0;
    }

    private static BigInteger bestInput(BigInteger k, BigInteger reserve, BigInteger in, BigInteger out, int keptPips) {
        BigInteger kept = BigInteger.valueOf(keptPips);
        BigInteger pips = BigInteger.valueOf(PIPS);
        BigInteger root =
                k.multiply(in).multiply(kept).divide(out.multiply(pips)).sqrt();
        return root.subtract(reserve).multiply(pips).divide(kept);
    }

    private static BigInteger sqrtPriceX96(RawRatio price) {
        return SqrtPrice.encode(price.numerator(), price.denominator());
    }
}
