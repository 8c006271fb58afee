/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** An event of one instrument. */
public sealed interface LegEvent extends HedgeEvent permits Fill, FundingPayment, FundingRate, Settlement {

    InstrumentKey instrument();

    @Override
    default String venue() {
        return instrument().venue();
    }
}
