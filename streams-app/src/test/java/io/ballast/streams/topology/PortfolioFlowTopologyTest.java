/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthPool.ALICE;
import static io.ballast.streams.testkit.EthPool.BOB;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetLadder;
import io.ballast.schema.AssetShock;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.EthPool;
import io.ballast.streams.testkit.HedgeRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From logs of pools to portfolios. */
class PortfolioFlowTopologyTest {

    private static final String WIDE = "desk-a/eth/wide";
    private static final String NARROW = "desk-a/eth/narrow";
    private static final String MUCH = "40000000000000000";
    private static final String LITTLE = "7000000000000000";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final EthPool first = new EthPool(chain, 1).define().initialize();
    private final EthPool second = new EthPool(chain, 2).define().initialize();

    @Test
    void shouldBeTheExactSumOfItsParts() throws IOException {
        first.mint(ALICE, MUCH).mint(BOB, LITTLE).tick("47000000000000000");
        second.mint(ALICE, LITTLE).mintNft(BOB, "7", MUCH);

        try (BookDriver books = open()) {
            PortfolioRisk desk = books.feed(chain.records()).portfolios().get("desk-a");
            Collection<PortfolioPart> parts = books.newParts().values();

            assertThat(parts).hasSize(4);
            assertThat(desk.getParts()).isEqualTo(4);
            assertThat(desk.getPositions()).isEqualTo(4);
            assertThat(desk.getValue())
                    .isEqualTo(sum(parts, part -> part.getTotals().getValue()));
            assertThat(desk.getHodlValue())
                    .isEqualTo(sum(parts, part -> part.getTotals().getHodlValue()));
            assertThat(asset(desk, "ETH").getPools())
                    .isEqualTo(sum(parts, part -> part.getTotals().getDelta0()));
            assertThat(asset(desk, "USDC").getPools())
                    .isEqualTo(sum(parts, part -> part.getTotals().getDelta1()));
            assertThat(asset(desk, "ETH").getHodl())
                    .isEqualTo(sum(parts, part -> part.getTotals().getHodl0()));
        }
    }

    @Test
    void shouldMoveAPositionWholeToItsNewOwnersPortfolio() throws IOException {
        second.mintNft(ALICE, "7", MUCH);
        chain.nextBlock();
        try (BookDriver books = open()) {
            PortfolioRisk before = books.feed(chain.records()).portfolios().get(WIDE);
            int size = chain.size();
            second.moveNft("7", ALICE, BOB);
            books.feed(chain.records().subList(size, chain.size()));

            PortfolioRisk after = books.portfolios().get(NARROW);
            assertThat(before.getPositions()).isEqualTo(1);
            assertThat(after.getPositions()).isEqualTo(1);
            assertThat(after.getValue()).isEqualTo(before.getValue());
            assertThat(after.getHodlValue()).isEqualTo(before.getHodlValue());
            assertThat(after.getIl()).isEqualTo(before.getIl());
            assertThat(after.getAssets()).isEqualTo(before.getAssets());
            assertThat(books.portfolios().get(WIDE).getPositions()).isZero();
            assertThat(books.portfolios().get("desk-a").getValue()).isEqualTo(before.getValue());
        }
    }

    /** USDC per WETH is about 2,000: ten per cent more ETH against USDC, looked at from both of them, is the same state. */
    @Test
    void shouldShockEitherTokenOfAPool() throws IOException {
        first.mint(ALICE, MUCH);
        try (BookDriver books = open()) {
            PortfolioRisk risk = books.feed(chain.records()).portfolios().get(WIDE);
            PortfolioPart part = books.newParts().values().iterator().next();

            AssetLadder eth = risk.getLadders().get(0);
            AssetShock up = at(eth, 0.1);
            assertThat(eth.getAsset()).isEqualTo("ETH");
            assertThat(up.getValue()).isBetween(risk.getValue(), risk.getValue() * 1.1);
            assertThat(up.getIl()).isNegative();
            double inverse = part.getTotals().getInverseLadder().stream()
                    .filter(point -> point.getShift() == -0.5)
                    .findFirst()
                    .orElseThrow()
                    .getPrice();
            assertThat(inverse).isCloseTo(part.getPrice() * 2, within(part.getPrice() * 1e-9));
        }
    }

    private BookDriver open() throws IOException {
        Path owners = Files.writeString(
                folder.resolve("owners.csv"),
                "owner,portfolio\n" + ALICE + "," + WIDE + "\n" + BOB + "," + NARROW + "\n");
        BookDriver books = BookDriver.open(folder, Map.of(PublicationKeys.OWNERS_FILE, owners.toString()));
        return books.feed(List.of(HedgeRecords.policy("desk-a", 0), HedgeRecords.tick(ETH_USD, 2000, 0)));
    }

    /** In every digit, rounded once. */
    private static double sum(Collection<PortfolioPart> parts, ToDoubleFunction<PortfolioPart> figure) {
        return parts.stream()
                .mapToDouble(figure)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static AssetShock at(AssetLadder ladder, double shift) {
        return ladder.getPoints().stream()
                .filter(point -> point.getShift() == shift)
                .findFirst()
                .orElseThrow();
    }

    private static AssetExposure asset(PortfolioRisk risk, String asset) {
        return risk.getAssets().stream()
                .filter(one -> one.getAsset().equals(asset))
                .findFirst()
                .orElseThrow();
    }
}
