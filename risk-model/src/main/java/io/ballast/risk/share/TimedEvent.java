/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

/** An event that says when it was: what a pool's parameters are may depend on it. */
public interface TimedEvent {

    /** Unix time of its block, seconds. */
    long atSeconds();
}
