/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

/**
 * Which build a process is.
 *
 * @param version  of the release, such as 0.1.0
 * @param revision  of the sources, as {@code git describe --always --dirty} names it; {@value #UNKNOWN}: built outside a repository
 */
public record BuildInfo(String version, String revision) {

    public static final String UNKNOWN = "unknown";

    /** As a metric. */
    public Reading reading() {
        return Sample.of(BuildMetric.BUILD_INFO, 1, version, revision);
    }
}
