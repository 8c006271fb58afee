/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schema.StripRecommendation;
import java.time.Instant;

/** Where strips go. */
interface StripOutlet {

    void publish(String key, StripRecommendation recommendation);

    /** There is nothing to cover any more, or the expiry is over. */
    void gone(String key, Instant now);
}
