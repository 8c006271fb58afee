/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.band.PriceCurve;
import java.math.BigInteger;

/**
 * A group at one moment.
 *
 * @param figures  in human units
 * @param income  what it has earned and lost step by step
 * @param curve  how those move with the price from where it is
 * @param liquidity  what trades meet of it at the pool's price, as {@link PoolFigures} has that of the pool
 */
public record GroupReading(GroupFigures figures, GroupIncome income, PriceCurve curve, BigInteger liquidity) {}
