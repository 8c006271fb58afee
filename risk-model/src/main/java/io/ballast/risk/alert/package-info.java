/* SPDX-License-Identifier: Apache-2.0 */
/** When a figure is worth waking somebody up for: conditions with hysteresis, and the life cycle of an alert in event time. */
package io.ballast.risk.alert;
