/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * Tells publication how much a pool has paid in fees: worth in human token1 of what one unit that earns got, each payment at
 * the price of the reading that found it. Units are liquidity in human units, or raw LP tokens.
 *
 * <p>To be read after every event, also after one was undone: payments taken back count like payments, since figures moved.
 * So it never falls. It starts at 0 and is no state of the book: a new one is as good.
 *
 * <p>Mutable and single-threaded.
 */
public interface FeeClock {

    /** The clock now. */
    double read();
}
