/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is worked out for a desk from the curves of all its portfolios, the options of the coins in them and the prices of its pools:
 * option strips and scenarios. Plain classes, and one processor for each desk's partition.
 */
package io.ballast.streams.desk;
