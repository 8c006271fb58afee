/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

/**
 * What a portfolio has in one pool.
 *
 * @param portfolio  the portfolio that it is assigned to, not one above
 * @param pool  id of the pool
 * @param venue  such as {@code uniswap-v3}
 * @param chain  chain id
 * @param asset0  what token0 is, by the name that hedges use: wrapped and plain ETH are one
 * @param asset1  what token1 is
 */
public record PoolPart(
        PortfolioPath portfolio,
        String pool,
        String venue,
        String chain,
        String asset0,
        String asset1,
        PartFigures figures) {}
