/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/** Tells how it is. Asked by other threads at any time: must not wait. */
public interface Monitored {

    /** All that can be said now. */
    List<Reading> readings();

    Health health();
}
