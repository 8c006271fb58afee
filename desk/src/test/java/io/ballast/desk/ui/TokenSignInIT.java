/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Samples;
import io.ballast.schema.PositionRisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked for a token, and what it opens. The token is the message of FIPS 180-2, B.1, whose hash is published there. */
class TokenSignInIT extends DeskPage {
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OTHERS = Samples.WETH_USDC + "/nft:3";

    @TempDir
    private Path folder;

    @BeforeEach
    void openWithTokens() throws IOException {
        Path tokens = folder.resolve("tokens.json");
        Files.writeString(
                tokens,
                "[{\"name\": \"ann\", \"token_sha256\": \"" + HASH_OF_ABC + "\", \"portfolios\": [\"desk-a\"]}]");
        open(new DeskFixture(Optional.of(tokens)));
        desk.write(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        desk.write(Samples.position(Samples.WETH_USDC, 1, 100));
        PositionRisk others = Samples.position(Samples.WETH_USDC, 3, 300);
        others.setPortfolio("desk-b");
        desk.write(others);
        Eventually.holds(() -> desk.get("/api/v1/health").statusCode() == 200);
    }

    private void signIn(String token) {
        page.getByLabel("Token").fill(token);
        page.keyboard().press("Enter");
    }

    @Test
    void refusesAWrongToken_andShowsWhoeverHasOneTheirOwnAlone() {
        go("#/book");
        signIn("abd");
        assertThat(page.getByLabel("Token")).isVisible();
        signIn("abc");
        assertThat(rows()).hasCount(1);
        assertThat(cell("portfolio", 0)).hasText("desk-a/eth");

        go("#/position/" + OTHERS);

        assertThat(page.locator("main")).containsText("no position " + OTHERS);
        expectRefusals("401");
        expectRefusals("404");
    }
}
