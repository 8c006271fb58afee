/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/**
 * What has grown in a pool for each unit of liquidity, and where: fees, losses, whatever is kept as v3 keeps its fees. Several
 * things at once, called channels, since a group's boundaries are walked once for all of them.
 *
 * <p>Source: v3 whitepaper, section 6.3, eq. 6.17 to 6.19.
 */
public interface Growth {

    /** How many things are kept. */
    int channels();

    /** The pool's tick as it stands in its state. */
    int tick();

    /** Growth over all prices. */
    BigInteger global(int channel);

    /** Growth on the other side of a tick from the pool's tick; zero for one never crossed. */
    BigInteger outside(int tick, int channel);
}
