/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/** Worth of shares of one pool. Mutable and single-threaded. */
public final class ShareGroupWorth implements GroupWorth {

    private static final long ANY_TIME = 0;

    private final ShareGroup shares;

    public ShareGroupWorth(ShareWorth worth) {
        shares = new ShareGroup(worth);
    }

    @Override
    public void replace(PositionAccount before, PositionAccount now) {
        shares.replace(before, now);
    }

    @Override
    public int count() {
        return shares.count();
    }

    @Override
    public Double value() {
        GroupReading reading = shares.read(ANY_TIME);
        return reading == null ? null : Double.valueOf(reading.figures().value());
    }
}
