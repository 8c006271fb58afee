/* SPDX-License-Identifier: Apache-2.0 */
/** Writes blocks of records to Kafka, each exactly once. Start at {@link io.ballast.producers.sink.RecordSink}. */
package io.ballast.producers.sink;
