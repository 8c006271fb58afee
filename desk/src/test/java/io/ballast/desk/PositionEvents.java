/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;

/** Events of positions for tests. */
public final class PositionEvents {
    public static final String MANAGER = "0x" + "c".repeat(40);
    public static final String TRANSACTION = "0x" + "12".repeat(32);

    private PositionEvents() {}

    /** Liquidity comes into an NFT of {@link Samples#WETH_USDC}: 1.5 WETH and 3000 USDC. */
    public static PositionEvent increase(int number, long block, int logIndex) {
        PositionEvent event = of(PositionEventKind.NFT_INCREASE, block, logIndex);
        event.setPositionManager(MANAGER);
        event.setTokenId(Integer.toString(number));
        event.setTickLower(-1000);
        event.setTickUpper(1000);
        event.setLiquidityRaw("1000");
        event.setAmount0Raw("1500000000000000000");
        event.setAmount1Raw("3000000000");
        return event;
    }

    /** Without what its kind needs. */
    public static PositionEvent of(PositionEventKind kind, long block, int logIndex) {
        PositionEvent event = new PositionEvent();
        event.setPoolId(Samples.WETH_USDC);
        event.setKind(kind);
        event.setManaged(false);
        event.setBlockNumber(block);
        event.setBlockHash("0x" + "ab".repeat(32));
        event.setTransactionHash(TRANSACTION);
        event.setLogIndex(logIndex);
        event.setRemoved(false);
        event.setSimulated(true);
        event.setEventTime(Samples.TIME);
        return event;
    }
}
