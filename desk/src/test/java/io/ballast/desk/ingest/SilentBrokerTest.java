/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault")
class SilentBrokerTest {
    @Test
    void saysThatTheBrokerIsSilent_keepsItsFigures_andGoesOnByItself() {
        try (DeskFixture desk = new DeskFixture()) {
            desk.writeBook(3);
            Eventually.holds(() -> desk.get("/api/v1/health").statusCode() == 200);

            desk.silenceBrokerOnce();

            Eventually.holds(() -> desk.get("/api/v1/pipeline").body().contains("\"broker_answers\":false"));
            assertThat(desk.get("/api/v1/positions").body()).contains("\"total\":3");
            Eventually.holds(() -> desk.get("/api/v1/pipeline").body().contains("\"broker_answers\":true"));
            desk.write(Samples.position(Samples.WETH_USDC, 4, 1));
            desk.awaitTotal(4);
        }
    }
}
