/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What we hold against the pools: perpetual swaps, spot and listed options, by venue and instrument.
 *
 * <p>{@link io.ballast.risk.hedge.HedgeBook} takes fills, funding, collateral transfers and settlements. Amounts are
 * decimals and sums of them exact. One idea carries all kinds of instruments: holding n contracts is worth {@code worth(n,
 * price)} of the settlement asset, and a trade of n moves {@code -worth(n, price)} of it. So the result of a leg is the sum of
 * its flows plus what it is worth now, and an account's cash is its transfers, flows, funding and fees. What an account is
 * exposed to follows: its cash, in the asset it is kept in, and the units that its contracts stand for. Coin collateral of
 * inverse perpetuals is part of that by itself.
 */
package io.ballast.risk.hedge;
