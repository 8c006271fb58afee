/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.GroupLosses;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.curve.stable.AmplificationChange;
import io.ballast.risk.curve.stable.AmplificationRamp;
import io.ballast.risk.curve.stable.StableTerms;
import io.ballast.risk.curve.weighted.WeightChange;
import io.ballast.risk.curve.weighted.WeightRamp;
import io.ballast.risk.curve.weighted.WeightedTerms;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Losses of holders of weighted and stable pools through swaps, lopsided deposits and withdrawals, and ramps: by brute force. */
class ShareLossesPropertyTest {

    private static final PoolTerms WEIGHTED =
            new WeightedTerms("0xpool", 18, 18, ShareFees.ONE_E18 / 2, new ShareFees(0, 0));
    private static final PoolTerms STABLE =
            new StableTerms("0xpool", 18, 18, 1e18, 1e18, AmplificationRamp.constant(200, 1), new ShareFees(0, 0));

    @Property(tries = 15)
    void shouldBeTheSumOverLotsAndStepsInAWeightedPool(@ForAll long seed) {
        follow(new ShareRun(WEIGHTED, ShareLossesPropertyTest::weights, seed, 0.05));
    }

    @Property(tries = 15)
    void shouldBeTheSumOverLotsAndStepsInAStablePool(@ForAll long seed) {
        follow(new ShareRun(STABLE, ShareLossesPropertyTest::amplification, seed, 0.005));
    }

    private static void follow(ShareRun run) {
        for (int i = 0; i < 150; i++) {
            run.step();
            if (i % 10 == 0) {
                run.held.keySet().forEach(run::assertLosses);
                run.groups.forEach(group -> group.forgetBefore(run.nowMs() - 100_000));
                GroupLosses.assertSums(run.book, run.groups.get(0), holder -> true, run.nowMs());
                GroupLosses.assertSums(run.book, run.groups.get(1), ShareRun::isInSecondGroup, run.nowMs());
            }
        }
        BookGroup rebuilt = run.book.newGroup();
        run.book.forEachAccount(account -> rebuilt.replace(null, account));
        assertThat(rebuilt.read(run.nowMs()).income())
                .isEqualTo(run.groups.get(0).read(run.nowMs()).income());
    }

    private static BookEvent.PoolChange weights(Random random, Long seconds) {
        return new WeightChange(
                new WeightRamp(weight(random), weight(random), seconds, seconds + random.nextInt(600)), seconds);
    }

    private static long weight(Random random) {
        return 1_000_000_000_000_000L * (300 + random.nextInt(400));
    }

    private static BookEvent.PoolChange amplification(Random random, Long seconds) {
        return new AmplificationChange(
                50 + random.nextInt(400), 50 + random.nextInt(400), seconds, seconds + random.nextInt(600), seconds);
    }
}
