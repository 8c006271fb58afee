/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees of one position, asks of a portfolio, plays and keeps. */
class ScreensInBrowserIT extends DeskPage {
    @BeforeEach
    void openUsualBook() {
        open(new DeskFixture());
        writeUsualBook();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void tellsAPositionsEventsAndWhereAFigureComesFrom() {
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 17, 1));
        Eventually.holds(
                () -> desk.get("/api/v1/position-events/" + SECOND).body().contains("NFT_INCREASE"));

        go("#/position/" + SECOND);
        Locator event = page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Events").setExact(true))
                .locator("tbody tr");
        assertThat(event).containsText("increase");
        assertThat(event.locator("td").nth(1)).hasText("1.5");
        assertThat(event.locator("a"))
                .hasAttribute("href", "https://explorer.example/tx/" + PositionEvents.TRANSACTION);
        button("−10.00").first().click();

        Locator drawer = page.locator(".drawer");
        assertThat(drawer).containsText("value − hodl_value");
        assertThat(drawer.locator(".sources")).containsText("ballast.position-events-0@0");
        assertThat(page).hasURL(Pattern.compile(".*explain=il_usd"));
    }

    /** L = 100 over all prices, in whole units: 2 coins and 5000 dollars at 2500, the price now. Put in at 1600. */
    private static PositionRisk overAllPrices() {
        PositionRisk risk = Samples.position(Samples.WETH_USDC, 2, 10_000);
        risk.setTickLower(-887_270);
        risk.setTickUpper(887_270);
        risk.setLiquidityRaw("100000000000000");
        risk.setPrice(2_500.0);
        risk.setUsdPerToken1(1.0);
        risk.setDelta0(2.0);
        risk.setDelta1(5_000.0);
        risk.setHodl0(2.5);
        risk.setHodl1(4_000.0);
        risk.setFeesEarned0(0.0);
        risk.setFeesEarned1(40.0);
        risk.setRealisedIl(0.0);
        return risk;
    }

    @Test
    void marksEntryAndBreakEven_andDrawsTheHedgeBesideThem() {
        desk.write(overAllPrices());
        Eventually.holds(() -> desk.get("/api/v1/positions/" + SECOND).body().contains("887270"));

        go("#/position/" + SECOND + "?span=0.6");

        // With s the root of the price: 200 s - 2.5 s^2 - 4000 + 40 is 0 at s = 36 and s = 44.
        assertThat(page.locator("[data-note=break-even]")).containsText("Break-even at 1,296 and 1,936");
        assertThat(marks()).isEqualTo("break-even 1296, entry 1600, break-even 1936, now 2500");
        Locator rung = page.locator(".ladder [data-shift='-0.3'] td");
        // 200 sqrt(1750) = 8366.60 against 2.5 * 1750 + 4000; two coins sold gain 1500 on the way.
        assertThat(rung.nth(2)).hasText("−8.39973");
        assertThat(rung.nth(3)).hasText("31.6003");
        assertThat(rung.nth(4)).hasText("9,866.6");
        Locator held = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Held against HODL"))
                .locator("tbody tr");
        assertThat(held.nth(0).locator("td").nth(2)).hasText("−0.5");
        assertThat(held.nth(1).locator("td").nth(2)).hasText("1,000");

        button("IL-neutral").click();

        assertThat(page).hasURL(Pattern.compile(".*hedge=il-neutral"));
        assertThat(rung.nth(4)).hasText("7,991.6");
    }

    /** Those that the first chart draws, rounded. */
    private String marks() {
        return (String) page.evaluate("document.querySelector('desk-chart').marks.filter(({ isEdge }) => !isEdge)"
                + ".map(({ label, x }) => label + ' ' + Math.round(x)).join(', ')");
    }

    @Test
    void saysWhatIsNotKnownOfAResult_andWhyNot() {
        go("#/position/" + SECOND);

        assertThat(page.locator("[data-step=divergence] .number")).hasText("−10.00");
        assertThat(page.locator("[data-step=gas] .number")).hasText("not known");
        assertThat(page.locator("[data-step=hedge] .number")).hasText("of the portfolio");
        assertThat(page.locator("[data-step=net] .number")).hasText("−6.00");
        page.locator("[data-step=gas] button").click();
        assertThat(page.locator(".drawer h2")).hasText("Gas: not known");
        page.locator(".drawer").getByLabel("Close").click();
        page.locator("[data-step=hedge] button").click();
        page.locator(".drawer").getByText("desk-a/eth").click();

        assertThat(page).hasURL(Pattern.compile(".*#/portfolio/desk-a/eth"));
    }

    @Test
    void coloursNoLossThatReadsAsNought() {
        PositionRisk even = Samples.position(Samples.WETH_USDC, 12, 1_200);
        even.setIlUsd(-1e-12);
        desk.write(even);

        go("#/book");

        assertThat(cell("il_usd", 0)).hasText("0.00");
        assertThat(cell("il_usd", 0)).not().hasClass(Pattern.compile(".*\\bloss\\b.*"));
    }

    @Test
    void asksWhatAHedgeWouldDo_andHasItInTheAddress() {
        desk.write(overAllPrices());
        Eventually.holds(() -> desk.get("/api/v1/positions/" + SECOND).body().contains("887270"));

        go("#/scenario");
        page.getByLabel("Shock", new Page.GetByLabelOptions().setExact(true)).fill("ETH:-36%");
        button("Add shock").click();
        Locator shock = page.locator("[data-shock='ETH:-36%'] td");
        // 2 L sqrt(P) with L = 100: a fifth of 10,000.
        assertThat(shock.nth(0)).hasText("−2,000");
        page.getByLabel("Coins, negative sells").fill("-2");
        button("Add leg").click();
        assertThat(shock.nth(1)).hasText("+1,800");
        assertThat(shock.nth(2)).hasText("−200.00");

        Page second = watched(context.newPage());
        second.navigate(page.url());
        assertThat(second.locator("[data-shock='ETH:-36%'] td").nth(2)).hasText("−200.00");
    }

    @Test
    void pausesTheReplay_andSaysHowFarItCanGoBack() {
        go("#/replay");
        button("❚❚ Pause").click();
        assertThat(button("▶ Play")).isVisible();
        button("−1 min").click();
        assertThat(page.getByText("seeking", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.getByLabel("Event time, UTC").fill("2026-01-01T00:00:01");
        button("Go").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("is before the start");
        expectRefusals("400");
    }

    @Test
    void keepsANamedView_andFindsItByTheKeyboard() throws IOException {
        go("#/book?q=pool:usdc");
        assertThat(rows()).hasCount(6);
        page.keyboard().press("g");
        page.keyboard().press("v");
        page.getByLabel("Name").fill("Dollars");
        button("Save view").click();
        assertThat(page.locator("tbody tr")).containsText("#/book?q=pool:usdc");
        Download download = page.waitForDownload(() -> button("Export JSON").click());
        assertThat(Files.readString(download.path())).contains("\"name\": \"Dollars\"");
        button("Delete Dollars").click();
        page.getByLabel("Import JSON").setInputFiles(download.path());
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.keyboard().type("dollars");
        page.keyboard().press("Enter");

        assertThat(rows()).hasCount(6);
    }

    @Test
    void showsTheColumnsThatAreChosen_andHasThemInTheAddress() {
        go("#/book");
        assertThat(rows()).hasCount(POSITIONS);
        page.getByText("Columns", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByLabel("Block").check();
        page.getByLabel("LVR").uncheck();

        assertThat(cell("block_number", 0)).hasText("17");
        assertThat(page.locator("th[data-column=lvr_usd]")).hasCount(0);
        Page second = watched(context.newPage());
        second.navigate(page.url());
        assertThat(second.locator("th[data-column=block_number]")).isVisible();
    }

    @Test
    void copiesATicketAsCsvThatASpreadsheetReadsBack() {
        HedgeRecommendation advice = Portfolios.advice("desk-a/eth");
        advice.getPerpetual().getTrades().get(0).setInstrumentId("perp:\"ETH\",USDC");
        desk.write(Topic.HEDGE_RECOMMENDATIONS, "desk-a/eth|ETH", advice);
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));

        go("#/hedges");
        assertThat(page.locator("tbody")).containsText("perp:\"ETH\",USDC");
        page.locator("tbody").getByText("CSV").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Copied 1 trade");

        String[] lines = ((String) page.evaluate("navigator.clipboard.readText()")).split("\r?\n");
        assertThat(lines[0]).startsWith("portfolio,asset,side,instrument_id,");
        assertThat(lines[1]).startsWith("desk-a/eth,ETH,sell,\"perp:\"\"ETH\"\",USDC\",2,");
    }
}
