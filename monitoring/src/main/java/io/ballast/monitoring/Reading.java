/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

/** What is told of a metric: one value, or how values are spread. */
public sealed interface Reading permits Sample, Spread {

    Metric metric();
}
