/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

/**
 * How busy a follower was.
 *
 * @param looks  moments at which advice was asked for
 * @param recommendations  advices that said something else than the one before, as they are published: to trade or to leave it
 * @param trades  fills
 * @param blocked  moments at which a trade was due and none could be made
 * @param notional  traded, in money
 */
public record Churn(long looks, long recommendations, long trades, long blocked, double notional) {

    static final Churn NONE = new Churn(0, 0, 0, 0, 0);
}
