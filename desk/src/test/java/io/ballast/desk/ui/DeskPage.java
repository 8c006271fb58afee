/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.ballast.desk.Alerts;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.Samples;
import io.ballast.schemas.catalogue.Topic;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A desk with a small book, and a page that complains of nothing. */
abstract class DeskPage {
    static final int POSITIONS = 12;
    static final String SECOND = Samples.WETH_USDC + "/nft:2";

    static Browser browser;
    private static Playwright playwright;

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> expectedRefusals = new HashSet<>();
    DeskFixture desk;
    BrowserContext context;
    Page page;

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

    void open(DeskFixture opened) {
        desk = opened;
        context = browser.newContext();
        page = watched(context.newPage());
    }

    void writeUsualBook() {
        desk.writeBook(POSITIONS);
        desk.write(Topic.PORTFOLIO_RISK, "desk-a/eth", Portfolios.portfolio("desk-a/eth", 1_000));
        desk.write(Topic.HEDGE_RECOMMENDATIONS, "desk-a/eth|ETH", Portfolios.advice("desk-a/eth"));
        desk.write(Alerts.firing("f1"));
        Eventually.holds(() -> desk.get("/api/v1/alerts").body().contains("f1"));
    }

    @AfterEach
    void close() {
        context.close();
        desk.close();
        complaints.removeIf(complaint -> expectedRefusals.stream().anyMatch(complaint::contains));
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** Refusals of the content policy, errors of scripts and requests elsewhere are all told to the console. */
    Page watched(Page fresh) {
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

    /**
     * The browser notes each refused request, which is what some tests are about. A page asks again until it is left, so
     * more may follow the first.
     */
    void expectRefusals(String status) {
        String words = "responded with a status of " + status;
        page.waitForCondition(() -> complaints.stream().anyMatch(complaint -> complaint.contains(words)));
        expectedRefusals.add(words);
    }

    void go(String route) {
        page.navigate(desk.address() + route);
    }

    Locator cell(String column, int row) {
        return page.locator("tbody tr").nth(row).locator("[data-column=" + column + "]");
    }

    Locator rows() {
        return page.locator(".book tbody tr");
    }
}
