/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a pool gives and takes when trades move its price: what it costs to leave it, and what an arbitrageur gains by it.
 *
 * <p>In doubles: for questions about what might be traded, never for the pool's own state. Asked for when something is published.
 */
package io.ballast.risk.depth;
