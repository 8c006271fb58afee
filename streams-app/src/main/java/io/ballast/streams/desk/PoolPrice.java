/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a pool is.
 *
 * @param price  token1 per token0
 * @param usdPerToken1  null: not known
 */
record PoolPrice(double price, Double usdPerToken1, Instant time, boolean simulated) {

    byte[] encoded() {
        return ByteBuffer.allocate(3 * Long.BYTES + 1)
                .putDouble(price)
                .putDouble(usdPerToken1 == null ? Double.NaN : usdPerToken1)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, time))
                .put((byte) (simulated ? 1 : 0))
                .array();
    }

    static PoolPrice decode(byte[] bytes) {
        ByteBuffer row = ByteBuffer.wrap(bytes);
        double price = row.getDouble();
        double usd = row.getDouble();
        Instant time = Instant.EPOCH.plus(row.getLong(), ChronoUnit.MICROS);
        return new PoolPrice(price, Double.isNaN(usd) ? null : Double.valueOf(usd), time, row.get() == 1);
    }
}
