/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.schema.PoolRisk;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page of a position asks for, and says of the time since. */
class PositionPageIT extends DeskPage {
    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;
    private static final long MANY_TURNS_MS = 10_000;

    private final List<Response> answers = new CopyOnWriteArrayList<>();

    @BeforeEach
    void openUsualBook() {
        open(new DeskFixture());
        writeUsualBook();
        page.onResponse(answers::add);
    }

    private long answered(int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    @Test
    void asksOnceForAPositionThatIsNotThere_andShowsItAsSoonAsItIs() {
        page.clock().install();
        go("#/position/" + Samples.WETH_USDC + "/nft:14");
        assertThat(page.locator(".empty")).containsText("no position");
        expectRefusals("404");
        // News of others, among them of one whose id begins alike, are no reason to ask again.
        desk.write(Samples.position(Samples.WETH_USDC, 144, 14_400));
        desk.awaitTotal(POSITIONS + 1);
        page.clock().runFor(MANY_TURNS_MS);

        desk.write(Samples.position(Samples.WETH_USDC, 14, 1_400));

        assertThat(page.locator("h1")).containsText("14");
        Assertions.assertThat(answered(NOT_FOUND)).isEqualTo(1);
    }

    @Test
    void doesNotFetchAgainALogThatIsAsItWas() {
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 17, 1));
        go("#/position/" + SECOND);
        Locator events = page.locator("section.whole tbody tr");
        assertThat(events).hasCount(1);

        page.waitForResponse(
                answer -> answer.url().contains("position-events") && answer.status() == NOT_MODIFIED,
                () -> desk.write(Samples.position(Samples.WETH_USDC, 2, 201)));
        assertThat(events).hasCount(1);
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 18, 1));
        desk.write(Samples.position(Samples.WETH_USDC, 2, 202));

        assertThat(events).hasCount(2);
    }

    @Test
    void saysWhatItIsWorthAtAPriceThatOnlyThePoolTells() {
        go("#/position/" + SECOND);
        Locator newest = page.locator("[data-note=newest]");
        assertThat(newest).containsText("No other price");
        PoolRisk risk = Samples.poolRisk(Samples.WETH_USDC);
        risk.setPrice(1.21);
        risk.setEventTime(Samples.TIME.plusSeconds(1));

        desk.write(Topic.POOL_RISK, risk.getPoolId(), risk);

        assertThat(newest).containsText("newest price, 1.21");
        assertThat(newest).containsText("As published: 1");
    }
}
