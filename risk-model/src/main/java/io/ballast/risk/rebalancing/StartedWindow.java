/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.WindowStart;

/** A window that ends now, and where it started. */
public record StartedWindow(Window window, WindowStart start) {}
