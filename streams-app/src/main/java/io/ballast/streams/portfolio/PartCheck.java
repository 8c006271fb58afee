/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.BookTotals;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.SpotPoint;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Refuses parts that would spoil every sum that they are in. */
final class PartCheck {

    private PartCheck() {}

    /** @throws IllegalArgumentException if its key is not its own, or a figure is no number */
    static void require(String key, PortfolioPart part) {
        String own = part.getPortfolio() + '@' + part.getPoolId();
        if (!key.equals(own)) {
            throw new IllegalArgumentException("the record's key " + key + " is not portfolio@pool_id " + own);
        }
        requireFinite(part);
        BookTotals totals = part.getTotals();
        requireFinite(totals);
        for (SpotPoint point : totals.getLadder()) {
            requireFinite(point);
        }
        for (SpotPoint point : totals.getInverseLadder()) {
            requireFinite(point);
        }
    }

    private static void requireFinite(SpecificRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (record.get(field.pos()) instanceof Double number && !Double.isFinite(number)) {
                throw new IllegalArgumentException(field.name() + " " + number + " is not a finite number");
            }
        }
    }
}
