/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param warmUp  work before the measurement, at least
 * @param measured  how long the measured work should take, about
 * @param mostTicks  in one go, however fast it is
 * @param patience  after which something hangs
 */
public record Effort(Duration warmUp, Duration measured, int mostTicks, Duration patience) {}
