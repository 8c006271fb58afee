/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a part of a result is told. */
enum Told {
    @JsonProperty("here")
    HERE,
    /** Of the portfolio, and of no position alone. */
    @JsonProperty("portfolio")
    PORTFOLIO,
    /** In no topic, or something that it needs is missing. */
    @JsonProperty("nowhere")
    NOWHERE;

    /** As the API has it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
