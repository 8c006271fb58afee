/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

/** The newest quote of each option as it was read, so that a restart has them. */
interface QuoteRows {

    void put(String underlying, String instrumentId, byte[] raw);

    void delete(String underlying, String instrumentId);
}
