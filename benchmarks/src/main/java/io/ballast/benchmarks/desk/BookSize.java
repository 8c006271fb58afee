/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

/**
 * What a book takes of a desk.
 *
 * @param readySeconds  from the start of the process until all topics had been read
 * @param heapBytes  in use after full collections
 * @param residentBytes  that the system has given the process
 */
public record BookSize(int positions, double readySeconds, long heapBytes, long residentBytes) {}
