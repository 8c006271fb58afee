/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * A source when its pair's price was made.
 *
 * @param source  its id
 * @param seen  what it said last
 * @param weight  its vote
 * @param standing  what became of it
 * @param deviation  how far it is from the merged price, as a fraction of that; positive: above
 */
public record SourceView(String source, Observation seen, double weight, Standing standing, double deviation) {}
