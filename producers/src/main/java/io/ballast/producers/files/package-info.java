/* SPDX-License-Identifier: Apache-2.0 */
/** Reads input files: lines of recordings, and the small files that say what pools, tokens and positions there are. */
package io.ballast.producers.files;
