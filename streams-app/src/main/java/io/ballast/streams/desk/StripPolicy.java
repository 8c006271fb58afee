/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.ExpiryRule;
import io.ballast.risk.hedge.strip.OptionFee;
import java.time.Duration;
import java.util.List;

/**
 * How a portfolio wants its losses covered by options.
 *
 * @param every  event time after which a strip is worked out anew
 * @param move  relative change of the forward after which it is too
 * @param budget  dollars that options may cost; 0: cover everything, as cheaply as possible
 * @param sellsOptions  true if options may be sold too
 * @param usesForward  true if a future or perpetual may be used
 * @param forwardCost  fees and half the spread of the forward, as a fraction of its price
 * @param forwardLot  smallest trade in it, coins
 * @param optionLot  smallest trade in an option, coins; the contract size where that is greater
 * @param mostCoins  of one option that may be traded at a time; may be infinite
 * @param fee  on options
 * @param mostOptions  of one expiry that are looked at, the nearest to the forward first
 * @param gridShifts  relative changes of the forward at which payoffs are told
 * @param expiryRule  when to roll
 */
public record StripPolicy(
        Duration every,
        double move,
        double budget,
        boolean sellsOptions,
        boolean usesForward,
        double forwardCost,
        double forwardLot,
        double optionLot,
        double mostCoins,
        OptionFee fee,
        int mostOptions,
        List<Double> gridShifts,
        ExpiryRule expiryRule) {}
