/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.event;
import static io.ballast.streams.testkit.HedgeRecords.linear;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.policy;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static io.ballast.streams.testkit.HedgeRecords.transfer;

import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetPolicy;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.PortfolioRisk;
import java.util.List;

/** A desk with two portfolios of ether, and one perpetual sold against them. */
public final class EthDesk {

    public static final String DESK = "desk-a";
    public static final String WIDE = "desk-a/eth/wide";
    public static final String NARROW = "desk-a/eth/narrow";

    private EthDesk() {}

    /** In two portfolios 10 and 5 ETH in pools, 12 sold at 2,000 with 10 USDC of fees, now 1,900. */
    public static List<TestRecord> story() {
        return List.of(
                linear(0),
                policy(DESK, 1),
                tick(ETH_USD, 2000, 2),
                tick(PERPETUAL, 2000, 2),
                part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3),
                part(NARROW, "pool-2", 2000, 5, 1_000, 5, 1_000, 4),
                transfer(WIDE, "t1", "binance", "USDC", "10000", 5),
                event(WIDE, "f1", HedgeEventKind.FILL, 6, event -> event.setInstrumentId(PERPETUAL)
                        .setContracts("-12")
                        .setPrice("2000")
                        .setFee("10")),
                tick(ETH_USD, 1900, 7),
                tick(PERPETUAL, 1900, 7));
    }

    /** A policy that takes ether's price, and that of wrapped ether, from one instrument and says nothing of dollars. */
    public static TestRecord priceOfEther(String instrumentId) {
        return policy(
                DESK,
                1,
                policy -> policy.setAssets(List.of(AssetPolicy.newBuilder()
                        .setAsset("ETH")
                        .setAliases(List.of("WETH"))
                        .setReferenceInstrument(instrumentId)
                        .build())));
    }

    /** What a portfolio has of an asset. */
    public static AssetExposure asset(PortfolioRisk risk, String asset) {
        return risk.getAssets().stream()
                .filter(one -> one.getAsset().equals(asset))
                .findFirst()
                .orElseThrow();
    }
}
