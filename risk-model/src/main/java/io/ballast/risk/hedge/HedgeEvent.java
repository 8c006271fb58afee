/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** Something that happened at a hedge venue. Times are microseconds since 1970, as the venue states them. */
public sealed interface HedgeEvent permits LegEvent, CollateralTransfer {

    /** Where. */
    String venue();

    /** The venue's own name of the event; the same event always has the same one, and no other event of the venue has it. */
    String id();

    long timeMicros();
}
