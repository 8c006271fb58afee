/* SPDX-License-Identifier: Apache-2.0 */
/** What all inputs have in common: where a record is from, its time, its dead letter. */
package io.ballast.producers.records;
