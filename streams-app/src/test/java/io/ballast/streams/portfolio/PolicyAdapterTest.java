/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.AssetPolicy;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.OptionPolicy;
import io.ballast.schema.TargetMode;
import io.ballast.schema.TargetPolicy;
import io.ballast.schema.VenuePolicy;
import io.ballast.streams.testkit.HedgeRecords;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PolicyAdapterTest {

    @Test
    void shouldCallWrappedTokensByTheirAsset_addressesFirst() {
        Conventions conventions = policy(policy -> policy.setAssets(List.of(AssetPolicy.newBuilder()
                        .setAsset("ETH")
                        .setAliases(List.of("WETH", "0xE0"))
                        .build())))
                .conventions();

        assertThat(conventions.asset("WETH", "0xaa")).isEqualTo("ETH");
        assertThat(conventions.asset("SCAM", "0xe0")).isEqualTo("ETH");
        assertThat(conventions.asset("USDC", "0xbb")).isEqualTo("USDC");
        assertThat(conventions.asset(null, "0xbb")).isEqualTo("0xbb");
    }

    @Test
    void shouldRefuseWhatWouldHedgeSomethingElse() {
        assertRefused(
                policy -> policy.setTargets(List.of(target(TargetMode.MIX, BandKind.FIXED))),
                "theta of ETH is missing");
        assertRefused(
                policy -> policy.setTargets(List.of(target(TargetMode.UNKNOWN, BandKind.FIXED))), "mode of the target");
        assertRefused(
                policy -> policy.setTargets(List.of(target(TargetMode.DELTA_NEUTRAL, BandKind.UNKNOWN))),
                "band of ETH is missing");
        assertRefused(
                policy -> policy.setTargets(List.of(target(TargetMode.DELTA_NEUTRAL, BandKind.WHALLEY_WILMOTT))),
                "risk_aversion of ETH is missing");
        assertRefused(
                policy -> policy.setTargets(List.of(
                        target(TargetMode.IL_NEUTRAL, BandKind.FIXED), target(TargetMode.IL_NEUTRAL, BandKind.FIXED))),
                "two targets of ETH");
        assertRefused(
                policy -> policy.setVenues(List.of(
                        VenuePolicy.newBuilder().setInstrumentId("nowhere").build())),
                "is not venue:symbol");
        assertRefused(policy -> policy.setLimits(List.of(limit("VALUE", "ETH", 1))), "is of no single asset");
        assertRefused(policy -> policy.setLimits(List.of(limit("NET_DELTA", "ETH", 0))), "must be");
        assertRefused(policy -> policy.setLimits(List.of(limit("net_delta", "ETH", 1))), "did you mean NET_DELTA?");
        assertRefused(
                policy -> policy.setOptions(
                        OptionPolicy.newBuilder().setPremium(-1.0).build()),
                "premium -1.0 of options must be finite and not negative");
        assertRefused(policy -> policy.setPortfolio("desk-b"), "is not its portfolio desk-b");
    }

    @Test
    void shouldRefuseAnAssetOfTwoNames() {
        assertRefused(
                policy -> policy.setAssets(List.of(asset("ETH", "WETH"), asset("STETH", "WETH"))),
                "WETH is called ETH and STETH");
    }

    private static AssetPolicy asset(String name, String alias) {
        return AssetPolicy.newBuilder()
                .setAsset(name)
                .setAliases(List.of(alias))
                .build();
    }

    private static TargetPolicy target(TargetMode mode, BandKind band) {
        return TargetPolicy.newBuilder()
                .setAsset("ETH")
                .setMode(mode)
                .setBand(band)
                .setBandCoins(1.0)
                .build();
    }

    private static LimitPolicy limit(String figure, String asset, double maximum) {
        return LimitPolicy.newBuilder()
                .setFigure(figure)
                .setAsset(asset)
                .setMaximum(maximum)
                .build();
    }

    private static void assertRefused(Consumer<HedgePolicy.Builder> change, String message) {
        assertThatThrownBy(() -> policy(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Policy policy(Consumer<HedgePolicy.Builder> change) {
        HedgePolicy record =
                (HedgePolicy) HedgeRecords.policy("desk-a", 0, change).value();
        return PolicyAdapter.policy("desk-a", record);
    }
}
