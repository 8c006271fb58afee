/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Samples;
import io.ballast.desk.oidc.SpeakingProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way of a browser to an identity provider and back. */
class SignInInBrowserIT {

    @Test
    void leadsToTheProviderAndBackToThePageThatWasAskedFor() throws IOException {
        Path chromium = Browsers.requireChromium();
        try (SpeakingProvider provider = new SpeakingProvider();
                DeskFixture desk = new DeskFixture(Optional.empty(), Optional.of(provider.settings()));
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright, chromium)) {
            provider.leadTo(desk.address());
            desk.write(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
            desk.write(Samples.position(Samples.WETH_USDC, 1, 100));
            Page page = browser.newPage();

            page.navigate(desk.address() + "#/alerts");
            page.getByText("Sign in with your organisation").click();

            assertThat(page.getByText("Sign in with your organisation")).hasCount(0);
            page.waitForURL("**/#/alerts");
            page.navigate(desk.address() + "#/book");
            assertThat(page.locator(".book tbody tr")).hasCount(1);
            assertThat((String) page.evaluate("document.cookie")).isEmpty();
        }
    }
}
