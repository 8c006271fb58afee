/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/** What instruments trade at now. */
@FunctionalInterface
public interface Marks {

    /** Price of an instrument in the terms of its own {@link Fill#price}; null: none is known. */
    BigDecimal of(InstrumentKey instrument);
}
