/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a part of a result is told. */
enum WhereTold {
    HERE,
    /** Of the portfolio, and of no position alone. */
    PORTFOLIO,
    /** In no topic, or something that it needs is missing. */
    NOWHERE;

    /** As the API and the list of formulas have it. */
    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
