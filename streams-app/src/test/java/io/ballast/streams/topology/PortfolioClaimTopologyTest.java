/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.NARROW;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.at;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.policy;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AssetPolicy;
import io.ballast.schema.ClaimKind;
import io.ballast.schema.ClaimPoint;
import io.ballast.schema.ClaimState;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.LiquidationState;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PositionClaim;
import io.ballast.schema.Seniority;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 10 ETH and 20,000 USDC that are held through something, and half as much that is ours. */
class PortfolioClaimTopologyTest {

    private static final double ROUNDING = 1e-6;
    private static final String BTC_USD = "coinbase:BTC-USD";

    @TempDir
    private Path folder;

    @Test
    void shouldTellOurPartOfAVaultThatOwesSomething() {
        try (BookDriver books = open()) {
            books.feed(vault(WIDE, 0.25, 4000, 5));

            ClaimState claim = books.portfolios().get(WIDE).getClaim();
            assertThat(claim.getAhead()).isEqualTo(4000);
            assertThat(claim.getOurs()).isEqualTo(9000);
            assertThat(claim.getLoanUse()).isNull();
            assertThat(claim.getDistances()).isEmpty();
            assertThat(point(claim, -0.5)).isEqualTo(new ClaimPoint(-0.5, 30_000.0, 4000.0, 6500.0));
            PortfolioRisk desk = books.portfolios().get(DESK);
            assertThat(desk.getClaim()).isNull();
            assertThat(desk.getValue()).isEqualTo(60_000);
            assertThat(desk.getValueOurs()).isEqualTo(29_000);
        }
    }

    @Test
    void shouldTellHowFarALoanIsFromItsLiquidation() {
        ClaimState claim = claim(loan("USDC", 27_200));

        assertThat(claim.getOurs()).isEqualTo(12_800);
        assertThat(claim.getLoanUse()).isCloseTo(0.85, within(ROUNDING));
        LiquidationState ether = claim.getDistances().get(0);
        assertThat(ether.getAsset()).isEqualTo("ETH");
        assertThat(ether.getBelow()).isCloseTo(1400, within(ROUNDING));
        assertThat(ether.getAbove()).isNull();
    }

    @Test
    void shouldKnowADebtInWhatThePoolsHold_byAnotherName() {
        LiquidationState ether = claim(loan("WETH", 15)).getDistances().get(0);

        assertThat(ether.getBelow()).isNull();
        assertThat(ether.getAbove()).isCloseTo(16_000 / 7.0, within(ROUNDING));
    }

    @Test
    void shouldTellHowDearADebtMayBecome_thatPoolsHoldNothingOf() {
        LiquidationState bitcoin = claim(loan("BTC", 1)).getDistances().get(1);

        assertThat(bitcoin.getAsset()).isEqualTo("BTC");
        assertThat(bitcoin.getPrice()).isEqualTo(20_000);
        assertThat(bitcoin.getAbove()).isCloseTo(32_000, within(ROUNDING));
    }

    @Test
    void shouldServeSeniorsFirst() {
        ClaimState senior = claim(tranche(Seniority.SENIOR));
        ClaimState junior = claim(tranche(Seniority.JUNIOR));

        assertThat(senior.getAhead()).isZero();
        assertThat(senior.getOurs()).isEqualTo(15_000);
        assertThat(point(senior, -0.5).getOurs()).isEqualTo(15_000);
        assertThat(junior.getAhead()).isEqualTo(30_000);
        assertThat(junior.getOurs()).isEqualTo(5000);
        assertThat(point(junior, -0.5).getOurs()).isZero();
    }

    @Test
    void shouldCountTheFarthestUpOfSeveralClaims() {
        try (BookDriver books = open()) {
            books.feed(vault(WIDE, 0.25, 4000, 5));
            books.feed(vault("desk-a/eth", 0.1, 0, 6));

            assertThat(books.portfolios().get(DESK).getValueOurs()).isCloseTo(6000, within(ROUNDING));
            assertThat(books.portfolios().get(WIDE).getValueOurs()).isEqualTo(9000);
        }
    }

    @Test
    void shouldHaveNoFigures_withoutAPriceOfWhatIsOwed() {
        try (BookDriver books = open()) {
            books.feed(claim(WIDE, 5, loan("DOGE", 100)));

            PortfolioRisk wide = books.portfolios().get(WIDE);
            assertThat(wide.getValue()).isEqualTo(40_000);
            assertThat(wide.getValueOurs()).isNull();
            assertThat(wide.getClaim().getOurs()).isNull();
            assertThat(wide.getClaim().getAheadUnits()).isEqualTo(100);
            assertThat(wide.getClaim().getLadders()).isEmpty();
        }
    }

    @Test
    void shouldFollowPrices_surviveARevival_andEndWithATombstone() {
        try (BookDriver books = open()) {
            books.feed(vault(WIDE, 0.5, 0, 5));
            books.reinitialise();
            books.feed(part(WIDE, "pool-1", 1000, 10, 20_000, 10, 20_000, 6));
            assertThat(books.portfolios().get(WIDE).getClaim().getOurs()).isEqualTo(15_000);

            books.feedRaw(Topic.CLAIMS, WIDE, null, at(7).toEpochMilli());

            PortfolioRisk wide = books.portfolios().get(WIDE);
            assertThat(wide.getClaim()).isNull();
            assertThat(wide.getValueOurs()).isEqualTo(wide.getValue());
        }
    }

    @Test
    void shouldRefuseWhatMakesNoSense_andKeepTheClaimBefore() {
        try (BookDriver books = open()) {
            books.feed(vault(WIDE, 0.25, 4000, 5));
            books.feed(claim(WIDE, 6, claim -> {}));
            books.feed(vault(WIDE, 1.5, 4000, 7));
            books.feed(claim(WIDE, 8, loan("USDC", 1000).andThen(claim -> claim.setLiquidationThreshold(null))));
            books.feed(claim(WIDE, 9, loan(null, 1000)));
            TestRecord misplaced = vault(WIDE, 0.5, 0, 10);
            books.feed(new TestRecord(Topic.CLAIMS, NARROW, misplaced.value(), misplaced.timestampMs(), 0));

            assertThat(books.deadLetters())
                    .extracting(DeadLetter::getReason)
                    .satisfiesExactly(
                            reason -> assertThat(reason).contains("kind of the claim on " + WIDE + " is missing"),
                            reason -> assertThat(reason).contains("our fraction 1.5 must be between 0 and 1"),
                            reason -> assertThat(reason).contains("liquidation_threshold of the LOAN_COLLATERAL"),
                            reason -> assertThat(reason).contains("ahead_asset null and ahead_units 1000.0"),
                            reason -> assertThat(reason).contains("is not its portfolio " + WIDE));
            assertThat(books.deadLetters())
                    .allSatisfy(letter -> assertThat(letter.getSourceTopic()).isEqualTo("ballast.claims"));
            books.feed(tick(ETH_USD, 2001, 11));
            assertThat(books.portfolios().get(WIDE).getClaim().getFraction()).isEqualTo(0.25);
        }
    }

    private ClaimState claim(Consumer<PositionClaim.Builder> terms) {
        try (BookDriver books = open()) {
            books.feed(claim(WIDE, 5, terms));
            return books.portfolios().get(WIDE).getClaim();
        }
    }

    private BookDriver open() {
        BookDriver books = BookDriver.open(folder);
        books.feed(policy(DESK, 0, policy -> {
            List<AssetPolicy> assets = new ArrayList<>(policy.getAssets());
            assets.add(AssetPolicy.newBuilder()
                    .setAsset("BTC")
                    .setReferenceInstrument(BTC_USD)
                    .build());
            policy.setAssets(assets);
        }));
        return books.feed(List.of(
                tick(ETH_USD, 2000, 1),
                tick(BTC_USD, 20_000, 1),
                part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 2),
                part(NARROW, "pool-2", 2000, 5, 10_000, 5, 10_000, 2)));
    }

    private static TestRecord vault(String portfolio, double fraction, double debt, long seconds) {
        return claim(portfolio, seconds, claim -> claim.setKind(ClaimKind.VAULT_SHARE)
                .setFraction(fraction)
                .setAheadAsset("USDC")
                .setAheadUnits(debt));
    }

    private static Consumer<PositionClaim.Builder> loan(String asset, double debt) {
        return claim -> claim.setKind(ClaimKind.LOAN_COLLATERAL)
                .setAheadAsset(asset)
                .setAheadUnits(debt)
                .setLiquidationThreshold(0.8);
    }

    private static Consumer<PositionClaim.Builder> tranche(Seniority seniority) {
        return claim -> claim.setKind(ClaimKind.TRANCHE)
                .setSeniority(seniority)
                .setFraction(0.5)
                .setAheadAsset("USDC")
                .setAheadUnits(30_000.0);
    }

    private static TestRecord claim(String portfolio, long seconds, Consumer<PositionClaim.Builder> terms) {
        PositionClaim.Builder claim =
                PositionClaim.newBuilder().setPortfolio(portfolio).setEventTime(at(seconds));
        terms.accept(claim);
        return new TestRecord(
                Topic.CLAIMS, portfolio, claim.build(), at(seconds).toEpochMilli(), 0);
    }

    private static ClaimPoint point(ClaimState claim, double shift) {
        return claim.getLadders().get(0).getPoints().stream()
                .filter(point -> point.getShift() == shift)
                .findFirst()
                .orElseThrow();
    }
}
