/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/** Why not to rely on a merged price as on others. */
public enum PriceDoubt {
    /** No source can be believed at the moment: it is the last good price. */
    HELD,
    /** Sources differ by more than they ever should. */
    DISPUTED,
    /** Only one of several sources is left. */
    LONE_SOURCE
}
