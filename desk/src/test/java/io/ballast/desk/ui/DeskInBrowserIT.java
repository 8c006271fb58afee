/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.ballast.desk.Alerts;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.Samples;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody at a browser sees and does. */
class DeskInBrowserIT {
    private static final int POSITIONS = 12;
    private static final String SECOND = Samples.WETH_USDC + "/nft:2";

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private DeskFixture desk;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        Path chromium = Browsers.requireChromium();
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright, chromium);
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        desk = new DeskFixture();
        desk.writeBook(POSITIONS);
        desk.write(Topic.PORTFOLIO_RISK, "desk-a/eth", Portfolios.portfolio("desk-a/eth", 1_000));
        desk.write(Topic.HEDGE_RECOMMENDATIONS, "desk-a/eth|ETH", Portfolios.advice("desk-a/eth"));
        desk.write(Alerts.firing("f1"));
        Eventually.holds(() -> desk.get("/api/v1/alerts").body().contains("f1"));
        context = browser.newContext();
        page = watched(context.newPage());
    }

    @AfterEach
    void close() {
        context.close();
        desk.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** Refusals of the content policy, errors of scripts and requests elsewhere are all told to the console. */
    private Page watched(Page fresh) {
        fresh.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        fresh.onPageError(complaints::add);
        fresh.onRequest(request -> {
            URI uri = URI.create(request.url());
            if (!"blob".equals(uri.getScheme()) && !"127.0.0.1".equals(uri.getHost())) {
                complaints.add("asked " + request.url());
            }
        });
        return fresh;
    }

    private void go(String route) {
        page.navigate(desk.address() + route);
    }

    private Locator cell(String column, int row) {
        return page.locator("tbody tr").nth(row).locator("[data-column=" + column + "]");
    }

    private Locator rows() {
        return page.locator(".book tbody tr");
    }

    @Test
    void changesACell_whenATickChangesTheFigure() {
        go("#/book");
        assertThat(rows()).hasCount(POSITIONS);
        assertThat(cell("value_usd", 0)).hasText("1,200");

        desk.write(Samples.position(Samples.WETH_USDC, 12, 1_234));

        assertThat(cell("value_usd", 0)).hasText("1,234");
    }

    @Test
    void holdsStillWhileItIsFrozen_andCountsWhatWaits() {
        go("#/book");
        assertThat(cell("value_usd", 0)).hasText("1,200");
        page.keyboard().press("Space");
        assertThat(page.locator(".freeze")).hasAttribute("aria-pressed", "true");

        desk.write(Samples.position(Samples.WETH_USDC, 12, 1_300));

        assertThat(page.locator(".freeze")).containsText("1 updates wait");
        assertThat(cell("value_usd", 0)).hasText("1,200");
        page.keyboard().press("Space");
        assertThat(cell("value_usd", 0)).hasText("1,300");
    }

    @Test
    void sortsAndFilters_andHasItInTheAddress() {
        go("#/book");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Value"))
                .click();
        assertThat(cell("value_usd", 0)).hasText("100.00");
        page.getByLabel("Query").fill("pool:usdc value_usd>500");
        page.keyboard().press("Enter");
        assertThat(rows()).hasCount(4);

        Page second = watched(context.newPage());
        second.navigate(page.url());

        assertThat(second.locator(".book tbody tr")).hasCount(4);
        assertThat(second.getByLabel("Query")).hasValue("pool:usdc value_usd>500");
        assertThat(second.locator("th[aria-sort=ascending]")).containsText("Value");
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        go("#/book?q=value_usd%3Elots");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("lots is no number");
        // The browser notes that the request was refused, which is what is tested here.
        Eventually.holds(() -> !complaints.isEmpty());
        complaints.removeIf(complaint -> complaint.contains("400"));
    }

    @Test
    void groups_andNarrowsToAGroup() {
        go("#/book?group=pool");
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("WETH/USDC 0.05 %"))
                .click();

        assertThat(rows()).hasCount(6);
    }

    @Test
    void drawsTheRangeWhereTheTableHasIt() {
        PositionRisk risk = Samples.position(Samples.WETH_USDC, 2, 200);
        risk.setLiquidityRaw("1000000000000000");
        risk.setTickLower(-201_000);
        risk.setTickUpper(-199_000);
        risk.setTick(-200_000);
        risk.setPrice(Math.pow(1.0001, -200_000) * 1e12);
        desk.write(risk);
        Eventually.holds(() -> desk.get("/api/v1/positions/" + SECOND).body().contains("-201000"));

        go("#/position/" + SECOND);

        assertThat(page.locator("desk-chart canvas").first()).isVisible();
        assertThat(page.locator(".ladder tbody tr")).hasCount(11);
        assertThat(page.locator(".ladder tr.now td").nth(2)).hasText("0");
        // In the middle of the range its shade lies under the curve; right of it there is none.
        assertThat(shadeAt(0.5)).isNotEqualTo(shadeAt(0.98));
    }

    /** Colour of the chart's ground at a part of its width, low where no curve runs. */
    private String shadeAt(double part) {
        return (String) page.evaluate(
                """
                part => {
                  const canvas = document.querySelector('desk-chart canvas');
                  const over = document.querySelector('desk-chart .u-over').getBoundingClientRect();
                  const box = canvas.getBoundingClientRect();
                  const scale = canvas.width / box.width;
                  const x = Math.round((over.left - box.left + over.width * part) * scale) + 3;
                  const y = Math.round((over.bottom - box.top) * scale) - 6;
                  return canvas.getContext('2d').getImageData(x, y, 1, 1).data.join(',');
                }""",
                part);
    }

    @Test
    void showsAnAcknowledgementOnASecondPage() {
        go("#/alerts");
        Page second = watched(context.newPage());
        second.navigate(desk.address() + "#/alerts");
        assertThat(second.locator("tr[data-key=f1]")).containsText("—");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge"))
                .click();

        assertThat(second.locator("tr[data-key=f1]")).containsText("local");
        assertThat(desk.alertEvents()).hasSize(1);
    }

    @Test
    void showsBesideAnAlertWhoWasTold() {
        go("#/alerts");
        desk.write(Topic.ALERT_DELIVERIES, "pager|f1", Alerts.refused("pager", "f1"));

        assertThat(page.locator("tr[data-key=f1] .told")).hasText("pager ✗");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("deep-loss"))
                .click();
        assertThat(page.getByLabel("Who was told")).containsText("pager · ✗ refused · firing · HTTP 404");
    }

    @Test
    void isWalkedThroughByKeysAlone() {
        go("#/book");
        assertThat(rows()).hasCount(POSITIONS);
        page.keyboard().press("g");
        page.keyboard().press("a");
        assertThat(page.locator("h1")).hasText("Alerts");
        page.keyboard().press("j");
        assertThat(page.locator("tr.selected")).hasCount(1);
        page.keyboard().press("a");
        assertThat(page.locator("tr[data-key=f1]")).containsText("local");
        page.keyboard().press("g");
        page.keyboard().press("b");
        assertThat(rows()).hasCount(POSITIONS);
        page.keyboard().press("/");
        assertThat(page.getByLabel("Query")).isFocused();
    }

    @Test
    void downloadsTheVeryRowsOfTheApi() throws IOException {
        go("#/book?q=pool:usdc&sort=-il_usd");
        assertThat(rows()).hasCount(6);

        Download download =
                page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV"))
                        .click());

        assertThat(Files.readString(download.path()))
                .isEqualTo(desk.get("/api/v1/positions?q=pool:usdc&sort=-il_usd&format=csv")
                        .body());
    }

    @ParameterizedTest
    @CsvSource({
        "#/book, LIGHT",
        "#/book, DARK",
        "#/book?group=pool, LIGHT",
        "#/portfolios, LIGHT",
        "#/portfolio/desk-a/eth, DARK",
        "#/hedges, LIGHT",
        "#/hedges, DARK",
        "#/alerts, LIGHT",
        "#/alerts, DARK",
        "#/pipeline, LIGHT",
        "position, LIGHT",
        "position, DARK"
    })
    void isUsableByEverybody_asFarAsAxeCanTell(String route, ColorScheme scheme) {
        try (BrowserContext themed = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
            page = watched(themed.newPage());
            go(route.equals("position") ? "#/position/" + SECOND : route);
            page.waitForSelector("main h1");
            page.waitForSelector("main table, main dl.strip");

            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml())
                    .isEmpty();
        }
    }
}
