/* SPDX-License-Identifier: Apache-2.0 */
/** Exact arithmetic on unsigned integers of a few machine words, for code that runs on every tick: nothing is allocated. */
package io.ballast.risk.integer;
