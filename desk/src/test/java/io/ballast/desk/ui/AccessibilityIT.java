/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen can be used by everybody, as far as axe can tell. */
class AccessibilityIT extends DeskPage {
    private static final String POSITION = "#/position/" + SECOND;

    /** Screens, and what there is once they are drawn. */
    private static final Map<String, String> SCREENS = Map.ofEntries(
            Map.entry("#/book", ".book tbody tr"),
            Map.entry("#/book?group=pool", "tbody tr"),
            Map.entry(POSITION, "[data-step=net]"),
            Map.entry(POSITION + "?explain=il_usd", ".drawer .sources"),
            Map.entry("#/portfolios", "tbody tr"),
            Map.entry("#/portfolio/desk-a/eth", "[data-step=net]"),
            Map.entry("#/scenario/desk-a/eth?legs=put:ETH:1:2500:2026-12-25:65%25", "[data-shock]"),
            Map.entry("#/hedges", "tbody tr"),
            Map.entry("#/alerts", "tr[data-key=f1]"),
            Map.entry("#/pipeline", "tbody tr"),
            Map.entry("#/replay", ".primary"),
            Map.entry("#/views", ".primary"));

    @BeforeEach
    void openUsualBook() {
        open(new DeskFixture());
        writeUsualBook();
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 17, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void findsNothingOnAnyScreen(ColorScheme scheme) {
        SoftAssertions softly = new SoftAssertions();
        try (BrowserContext themed = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
            page = watched(themed.newPage());
            SCREENS.forEach((route, drawn) -> {
                go(route);
                page.waitForSelector("main " + drawn);
                softly.assertThat(violations(scheme)).as(route).isEmpty();
            });
            page.keyboard().press("Control+k");
            page.waitForSelector(".palette[open]");
            softly.assertThat(violations(scheme)).as("commands").isEmpty();
        }
        softly.assertAll();
    }

    /** A theme changes colours alone: the rest is looked at once. */
    private List<String> violations(ColorScheme scheme) {
        AxeBuilder axe = new AxeBuilder(page);
        return (scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe)
                .analyze().getViolations().stream().map(AccessibilityIT::told).toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
    }
}
