/* SPDX-License-Identifier: Apache-2.0 */
/** Reads lines of CSV by column, exactly, and says what is wrong with one. */
package io.ballast.producers.csv;
