/* SPDX-License-Identifier: Apache-2.0 */
/**
 * European options on doubles: Black-76 prices and sensitivities, implied volatility, coin-settled options and smiles.
 *
 * <p>Time is in years of 365 days up to the instant of expiry, volatility is annual, both as numbers and not percent. Prices
 * are for one unit of the underlying, in the currency of the forward and the strike. Nothing here is NaN or infinite unless
 * it says so; arguments outside the domain are refused.
 */
package io.ballast.risk.option;
