/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.OptionKeys;
import java.time.Duration;

/**
 * How quotes are made surfaces.
 *
 * @param every  event time between two surfaces of an underlying
 * @param stale  event time after which a quote is not used
 * @param futureSkew  how far event time may be ahead of the clock
 */
public record OptionSettings(Duration every, Duration stale, Duration futureSkew) {

    public static OptionSettings of(BallastConfig config) {
        return new OptionSettings(
                config.millis(OptionKeys.SURFACE_MS),
                config.millis(OptionKeys.STALE_MS),
                config.millis(BallastKeys.FUTURE_SKEW_MS));
    }
}
