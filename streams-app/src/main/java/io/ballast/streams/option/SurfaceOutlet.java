/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import java.time.Instant;

/** Where surfaces and chains go. */
interface SurfaceOutlet {

    void publish(String key, OptionSurface surface, OptionChain chain);

    /** The expiry is over. */
    void gone(String key, Instant now);
}
