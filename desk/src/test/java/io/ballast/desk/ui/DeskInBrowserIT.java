/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ballast.desk.Alerts;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Samples;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody at a browser sees and does. */
class DeskInBrowserIT extends DeskPage {
    @BeforeEach
    void openUsualBook() {
        open(new DeskFixture());
        writeUsualBook();
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
        expectRefusals("400");
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
        // The curve is drawn where the table beside it has the values of the API.
        assertThat(strayPoints()).isEqualTo(0);
        assertThat(page.locator("desk-chart .scroll tbody tr")
                        .first()
                        .locator("td")
                        .nth(1))
                .not()
                .hasText("—");
    }

    /** How many of the payoff's points, but those under marks and axes, are not in the colour of their curve. */
    private int strayPoints() {
        return (int) page.evaluate(
                """
                async id => {
                  const payoff = await (await fetch('/api/v1/position-payoff/' + id)).json();
                  const chart = document.querySelector('desk-chart');
                  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                  probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--series-1').trim();
                  probe.fillRect(0, 0, 1, 1);
                  const want = probe.getImageData(0, 0, 1, 1).data;
                  const near = (one) => [0, 1, 2].every(index => Math.abs(one[index] - want[index]) < 60);
                  const canvas = chart.querySelector('canvas').getContext('2d');
                  return payoff.prices.filter((price, index) => index % 10 === 5 && Math.abs(index - 60) > 10).filter(price => {
                    const at = payoff.prices.indexOf(price);
                    const x = Math.round(chart.plot.valToPos(price, 'x', true));
                    const y = Math.round(chart.plot.valToPos(payoff.value[at], 'y', true));
                    const around = canvas.getImageData(x - 2, y - 2, 5, 5).data;
                    for (let pixel = 0; pixel < around.length; pixel += 4) if (near(around.slice(pixel, pixel + 4))) return false;
                    return true;
                  }).length;
                }""",
                SECOND);
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
        assertThat(page.locator("tr[data-key=f1]")).hasCount(1);
        page.keyboard().press("j");
        assertThat(page.locator("tr.selected")).hasCount(1);
        page.keyboard().press("a");
        assertThat(page.locator("tr[data-key=f1]")).containsText("local");
        page.keyboard().press("g");
        page.keyboard().press("b");
        assertThat(rows()).hasCount(POSITIONS);
        page.keyboard().press("/");
        assertThat(page.getByLabel("Query")).isFocused();
        page.keyboard().type("id:nft:2");
        page.keyboard().press("Enter");
        assertThat(rows()).hasCount(1);
        page.locator(".book tbody a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("NFT 2");
        page.locator(".figure-button").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".drawer")).containsText("value × usd_per_token1");
        page.keyboard().press("Escape");
        assertThat(page.locator(".drawer")).hasCount(0);
    }

    @Test
    void goesOnForOthers_whileAClientDoesNotRead() throws IOException {
        URI address = URI.create(desk.address());
        try (Socket stalled = new Socket(address.getHost(), address.getPort())) {
            stalled.getOutputStream()
                    .write(("GET /api/v1/stream?channels=positions HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            go("#/book");
            assertThat(rows()).hasCount(POSITIONS);
            for (int value = 2_000; value < 2_400; value++) {
                desk.write(Samples.position(Samples.WETH_USDC, 12, value));
            }

            assertThat(cell("value_usd", 0)).hasText("2,399");
        }
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
}
