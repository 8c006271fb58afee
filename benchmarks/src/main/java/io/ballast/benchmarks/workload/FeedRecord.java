/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.schemas.catalogue.Topic;

/** A record as it goes on the wire, encoded beforehand so that encoding is not measured. */
public record FeedRecord(Topic topic, byte[] key, byte[] value, long timestampMs) {}
