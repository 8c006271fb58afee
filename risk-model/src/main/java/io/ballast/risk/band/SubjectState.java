/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** Where a subject of a {@link BandIndex} is. */
enum SubjectState {
    /** Its number is nobody's. */
    FREE,
    /** In the queue of those to be looked at. */
    DUE,
    /** Being looked at by the caller. */
    IN_HAND,
    /** Looked at, but not at rest where the pool is now: due again at the next move. */
    RESTLESS,
    /** At rest in its band. */
    QUIET
}
