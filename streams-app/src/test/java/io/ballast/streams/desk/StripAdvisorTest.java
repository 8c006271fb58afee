/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.ShareGroupCurve;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.hedge.strip.ExpiryRule;
import io.ballast.risk.hedge.strip.OptionFee;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.ChainQuote;
import io.ballast.schema.CurveState;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionPolicy;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.SmilePoint;
import io.ballast.schema.StripRecommendation;
import io.ballast.streams.testkit.SampleSurface;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StripAdvisorTest {

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final String CHAIN = "ETH|2024-03-29T12:00:00Z";
    private static final StripPolicy POLICY = policy(List.of(-0.1, 0.1));

    private final Holdings holdings = new Holdings();
    private final List<String> said = new ArrayList<>();

    @Test
    void shouldAdviseOnThePortfoliosThatAreChosen_withAllBelowThem() {
        StripAdvisor advisor = advisor(Set.of("desk"), POLICY);
        hold(advisor, "desk/a");
        hold(advisor, "desk/b");
        advisor.chain(CHAIN, chain());
        serveAll(advisor);

        assertThat(said).containsExactly("strip desk|" + CHAIN + " of 2");
    }

    @Test
    void shouldAdviseOnEachThatHoldsSomethingItself_whenNoneIsChosen() {
        StripAdvisor advisor = advisor(Set.of(), POLICY);
        hold(advisor, "desk");
        hold(advisor, "desk/a/b");
        advisor.chain(CHAIN, chain());
        serveAll(advisor);

        assertThat(said).containsExactly("strip desk|" + CHAIN + " of 2", "strip desk/a/b|" + CHAIN + " of 1");
    }

    @Test
    void shouldWithdrawWhatCannotBeWorkedOutAndGoOn() {
        StripAdvisor advisor = advisor(Set.of(), POLICY);
        hold(advisor, "bad", Double.NaN);
        hold(advisor, "good");
        advisor.chain(CHAIN, chain());
        serveAll(advisor);

        assertThat(said).hasSize(3);
        assertThat(said.get(0)).isEqualTo("gone bad|" + CHAIN);
        assertThat(said.get(1)).startsWith("failed bad|" + CHAIN).contains("part without fees");
        assertThat(said.get(2)).isEqualTo("strip good|" + CHAIN + " of 1");
    }

    @Test
    void shouldTakeBackWhatAPolicyDoesNotWant_andSayAnewWhatItWants() {
        StripAdvisor advisor = advisor(Set.of(), POLICY);
        hold(advisor, "desk/a");
        hold(advisor, "desk/b");
        advisor.chain(CHAIN, chain());
        serveAll(advisor);
        said.clear();

        advisor.policyChanged("desk", rule(true), NOON);
        serveAll(advisor);
        assertThat(said)
                .containsExactly("gone desk/a|" + CHAIN, "gone desk/b|" + CHAIN, "strip desk|" + CHAIN + " of 2");
        said.clear();

        advisor.policyChanged("desk/b", rule(true), NOON);
        advisor.policyChanged("desk", rule(false), NOON);
        serveAll(advisor);
        assertThat(said).containsExactly("gone desk|" + CHAIN, "strip desk/b|" + CHAIN + " of 1");
        said.clear();

        advisor.policyChanged("desk/b", null, NOON);
        advisor.policyChanged("desk", null, NOON);
        serveAll(advisor);
        assertThat(said)
                .containsExactly(
                        "gone desk/b|" + CHAIN, "strip desk/a|" + CHAIN + " of 1", "strip desk/b|" + CHAIN + " of 1");
    }

    private static OptionRule rule(boolean advised) {
        return OptionRule.of(OptionPolicy.newBuilder().setAdvised(advised).build());
    }

    private static StripPolicy policy(List<Double> grid) {
        return new StripPolicy(
                Duration.ofHours(1),
                0.02,
                0,
                false,
                true,
                0,
                0.001,
                0,
                Double.POSITIVE_INFINITY,
                OptionFee.NONE,
                60,
                grid,
                new ExpiryRule(Duration.ofDays(2), Duration.ofHours(6), 1));
    }

    private StripAdvisor advisor(Set<String> chosen, StripPolicy policy) {
        return new StripAdvisor(
                holdings,
                new HedgesHeld(),
                Assets.of("", List.of(), List.of()),
                new StripRules(policy, chosen, holdings),
                new DeskOutlet() {
                    @Override
                    public void strip(String key, StripRecommendation recommendation) {
                        long parts = Math.round(recommendation
                                        .getPayoffs()
                                        .get(0)
                                        .getLoss()
                                / alone(recommendation.getPayoffs().get(0).getPrice()));
                        said.add("strip " + key + " of " + parts);
                    }

                    @Override
                    public void stripGone(String key, Instant now) {
                        said.add("gone " + key);
                    }

                    @Override
                    public void scenarios(String portfolio, PortfolioScenarios scenarios) {}

                    @Override
                    public void scenariosGone(String portfolio, Instant now) {}

                    @Override
                    public void pastPrices(long step, byte[] prices) {}

                    @Override
                    public void pastPricesGone(long step) {}

                    @Override
                    public void failed(String key, RuntimeException why) {
                        said.add("failed " + key + " " + why.getMessage());
                    }
                });
    }

    private static void serveAll(StripAdvisor advisor) {
        while (advisor.waiting() > 0) {
            advisor.serveOne();
            advisor.quiet();
        }
    }

    private void hold(StripAdvisor advisor, String portfolio) {
        hold(advisor, portfolio, 1);
    }

    private void hold(StripAdvisor advisor, String portfolio, double part) {
        Holding holding = holding(portfolio, part);
        holdings.put(portfolio + "@pool", holding);
        advisor.holdingChanged(holding, NOON);
    }

    /** Loss of L = 100 entered at 2000: {@code L (s - c)^2 / c}. */
    private static double alone(double price) {
        double c = Math.sqrt(2000);
        double move = Math.sqrt(price) - c;
        return 100 * move * move / c;
    }

    private static Holding holding(String portfolio, double partWithoutFees) {
        ConstantProductCurve curve = new ConstantProductCurve(100);
        ShareGroupCurve share = new ShareGroupCurve(
                1,
                HeldCurve.ofWholeTokens(curve),
                partWithoutFees,
                x64(curve.amount0(2000)),
                x64(curve.amount1(2000)),
                BigInteger.ZERO,
                new HumanUnits(0, 0));
        return new Holding(
                portfolio, "pool", CurveState.COMPLETE, share, null, "ETH", "USDC", false, true, NOON, false);
    }

    private static BigInteger x64(double amount) {
        return new java.math.BigDecimal(amount)
                .multiply(new java.math.BigDecimal(BigInteger.ONE.shiftLeft(64)))
                .toBigInteger();
    }

    private static OptionChain chain() {
        OptionSurface surface = SampleSurface.at(NOON, 0.7)
                .setForward(2000.0)
                .setIndexPrice(2000.0)
                .setSmile(List.of(new SmilePoint(2000.0, 0.7)))
                .setQuotes(2)
                .build();
        return new OptionChain(surface, List.of(quote(CallOrPut.CALL), quote(CallOrPut.PUT)));
    }

    private static ChainQuote quote(CallOrPut right) {
        return ChainQuote.newBuilder()
                .setInstrumentId("sample:" + right)
                .setRight(right)
                .setStrike(2000)
                .setSettlement(OptionSettlement.COIN)
                .setContractSize(0.01)
                .setAskPrice(0.08)
                .build();
    }
}
