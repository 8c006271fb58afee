/* SPDX-License-Identifier: Apache-2.0 */
/** Feeds of exchanges: what they say of their markets into the input topics, for as long as it runs. */
package io.ballast.producers.exchange;
