/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.desk.PortfolioRule;
import io.ballast.streams.record.StoredRecord;
import java.time.Instant;

/** Where a desk's output goes. */
interface DeskOutbox {

    void risk(PortfolioRisk risk);

    /** There is nothing in a portfolio any more. */
    void riskGone(String portfolio, Instant now);

    /** Something has changed in the hedge accounts of a portfolio; for whoever revalues them. */
    void hedges(PortfolioBook book);

    /** A portfolio's policy was taken in, or taken back; for whoever covers its losses by options. */
    void policy(String portfolio, PortfolioRule rule);

    void advice(String key, HedgeRecommendation advice);

    /** Nothing is advised on that any more. */
    void adviceGone(String key, Instant now);

    /** @param key  the refused record's key; null: it had none */
    void deadLetter(StoredRecord record, String key, String reason);
}
