/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetFeedback;
import io.ballast.schema.DayAttribution;
import io.ballast.schema.FlaggedValue;
import io.ballast.schema.InputAge;
import io.ballast.schema.LimitState;
import io.ballast.schema.LiquidationState;
import io.ballast.schema.MarginState;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioWindow;
import io.ballast.schema.QualityFlag;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioMetricsTest {

    private static final Instant NOW = Instant.parse("2025-03-01T00:10:00Z");

    private final PortfolioRisk risk = new PortfolioRisk();

    PortfolioMetricsTest() {
        risk.setAssets(List.of());
        risk.setLimits(List.of());
        risk.setMargins(List.of());
        risk.setDays(List.of());
        risk.setFlags(List.of());
        risk.setPartFlags(List.of());
        risk.setWindows(List.of());
        risk.setQuality(List.of());
        risk.setInputs(List.of());
        risk.setEventTime(NOW);
    }

    @Test
    void shouldTellHowMuchRestsOnWhatIsKnownAgainstIt() {
        assertThat(read("flagged_share", null)).as("no value").isNull();

        risk.setValue(100.0);
        assertThat(read("flagged_share", "PRICE_STALE")).isZero();
        risk.setQuality(List.of(new FlaggedValue("PRICE_STALE", 10.0, 0.1), new FlaggedValue("LATE_EVENT", 30.0, 0.3)));
        assertThat(read("flagged_share", "PRICE_STALE")).isEqualTo(0.1);
        assertThat(read("flagged_share", null)).isEqualTo(0.3);
        risk.setQuality(List.of(new FlaggedValue("PRICE_STALE", null, null)));
        assertThat(read("flagged_share", null)).isNull();
    }

    @Test
    void shouldTellRollingLossesByTheirWindow_andTheOldestInput() {
        risk.setWindows(List.of(window(3600, -7.0), window(86_400, null)));
        risk.setInputs(List.of(input(5_000), input(90_000)));

        assertThat(read("rolling_il", "3600")).isEqualTo(-7);
        assertThat(read("rolling_il", "86400")).isNull();
        assertThat(read("rolling_il", "300")).isNull();
        assertThat(read("input_age", null)).isEqualTo(90);
    }

    @Test
    void shouldTellTheNearestLiquidationOfAllAccounts() {
        risk.setMargins(List.of(
                margin(0.2, new LiquidationState("ETH", 2000.0, null, 3000.0)),
                margin(0.4, new LiquidationState("BTC", 50_000.0, 40_000.0, 70_000.0))));

        assertThat(read("liquidation_distance", null)).isCloseTo(0.2, within(1e-12));
        assertThat(read("liquidation_distance", "eth")).isCloseTo(0.5, within(1e-12));
        assertThat(read("margin_use", null)).isEqualTo(0.4);
    }

    @Test
    void shouldTellThatNothingCanBeLiquidated_unlessAnAccountMayBeMissing() {
        assertThat(read("liquidation_distance", null)).isInfinite();
        assertThat(read("margin_use", null)).isZero();

        risk.setFlags(List.of(PortfolioFlag.MARK_MISSING));
        assertThat(read("liquidation_distance", null)).isNull();
        assertThat(read("margin_use", null)).isNull();
    }

    @Test
    void shouldTellThatNoEquityIsLeft() {
        risk.setMargins(List.of(margin(null, new LiquidationState("ETH", 2000.0, 2100.0, null))));

        assertThat(read("margin_use", null)).isInfinite();
        assertThat(read("liquidation_distance", null)).as("beyond it already").isZero();
    }

    @Test
    void shouldTellTheLargestExposureLongOrShort_orNoneIfOneIsNotKnown() {
        risk.setAssets(List.of(exposure("ETH", 2, 1000.0), exposure("BTC", -1, -50_000.0)));
        assertThat(read("net_delta_value", null)).isEqualTo(50_000);
        assertThat(read("net_delta", "BTC")).isEqualTo(-1);
        assertThat(read("net_delta", "DOGE")).as("nothing held is nothing").isZero();

        risk.setAssets(List.of(exposure("ETH", 2, 1000.0), exposure("DOGE", 3, null)));
        assertThat(read("net_delta_value", null)).isNull();
    }

    @Test
    void shouldTellTheGreatestImpactOfHedgesOnTheirMarkets() {
        AssetFeedback unknown = new AssetFeedback();
        unknown.setAsset("DOGE");
        risk.setFeedback(List.of(unknown));
        assertThat(read("hedge_impact", null)).isNull();

        AssetFeedback ether = new AssetFeedback();
        ether.setAsset("ETH");
        ether.setGrossPhi(0.25);
        risk.setFeedback(List.of(unknown, ether));
        assertThat(read("hedge_impact", null)).isEqualTo(0.25);
        assertThat(read("hedge_impact", "DOGE")).isNull();
    }

    @Test
    void shouldTellTheLimitThatIsUsedMost_andThatOneCannotBeChecked() {
        risk.setLimits(List.of(
                limit("NET_DELTA", "ETH", 0.5), limit("NET_DELTA", "BTC", 0.7), limit("GROSS_DELTA", "ETH", 0.9)));
        assertThat(read("limit_use", null)).isEqualTo(0.9);
        assertThat(read("limit_use", "NET_DELTA")).isEqualTo(0.7);
        assertThat(read("limit_unknown", null)).isZero();

        risk.setLimits(List.of(limit("IL", null, null)));
        assertThat(read("limit_unknown", null)).isEqualTo(1);
    }

    @Test
    void shouldTellCarryAndFundingOfTheLastWholeDay() {
        risk.setDays(List.of(day(-500, -30, -10, true)));
        assertThat(read("carry_last_day", null)).as("there was none yet").isNull();
        assertThat(read("result_today", null)).isEqualTo(-530);

        risk.setDays(List.of(day(-500, -30, -10, true), day(5, 1, 1, true)));
        assertThat(read("carry_last_day", null)).isEqualTo(-30);
        assertThat(read("funding_last_day", null)).isEqualTo(-10);

        risk.setDays(List.of(day(-500, -30, -10, false), day(5, 1, 1, true)));
        assertThat(read("carry_last_day", null)).as("something had no price").isNull();
    }

    @Test
    void shouldTellHowOldPricesAre_andHowMuchIsNotFinal() {
        risk.setPriceTime(NOW.minusSeconds(90));
        risk.setValue(200.0);
        risk.setUnfinalisedValue(50.0);

        assertThat(read("price_age", null)).isEqualTo(90);
        assertThat(read("unfinalised_share", null)).isEqualTo(0.25);
        risk.setFlags(List.of(PortfolioFlag.MARK_STALE));
        assertThat(read("price_stale", null)).isEqualTo(1);
    }

    @Test
    void shouldKnowFlagsOfItsOwnAndOfThePools() {
        risk.setFlags(List.of(PortfolioFlag.EVENTS_WAITING));
        risk.setPartFlags(List.of(QualityFlag.LATE_EVENT));

        assertThat(read("flagged", "EVENTS_WAITING")).isEqualTo(1);
        assertThat(read("flagged", "LATE_EVENT")).isEqualTo(1);
        assertThat(read("flagged", "USD_STALE")).isZero();
    }

    private Double read(String metric, String parameter) {
        return Metrics.named(Scope.PORTFOLIO, metric).orElseThrow().reader().read(risk, parameter);
    }

    private static PortfolioWindow window(long seconds, Double il) {
        PortfolioWindow window = new PortfolioWindow();
        window.setWindowSeconds(seconds);
        window.setIl(il);
        return window;
    }

    private static InputAge input(long ageMs) {
        InputAge input = new InputAge();
        input.setAgeMs(ageMs);
        return input;
    }

    private static MarginState margin(Double use, LiquidationState... distances) {
        MarginState margin = new MarginState();
        margin.setMaintenanceUse(use);
        margin.setDistances(List.of(distances));
        return margin;
    }

    private static AssetExposure exposure(String asset, double net, Double value) {
        AssetExposure exposure = new AssetExposure();
        exposure.setAsset(asset);
        exposure.setNet(net);
        exposure.setNetValue(value);
        return exposure;
    }

    private static LimitState limit(String figure, String asset, Double use) {
        LimitState limit = new LimitState();
        limit.setFigure(figure);
        limit.setAsset(asset);
        limit.setUse(use);
        return limit;
    }

    private static DayAttribution day(double price, double carry, double funding, boolean complete) {
        DayAttribution day = new DayAttribution();
        day.setPrice(price);
        day.setFunding(funding);
        day.setTotal(price + carry);
        day.setComplete(complete);
        return day;
    }
}
