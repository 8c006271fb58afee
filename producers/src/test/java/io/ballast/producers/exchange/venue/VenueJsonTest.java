/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VenueJsonTest {

    @Test
    void shouldKeepNumbersAsTheyWereWritten() throws Exception {
        assertThat(VenueJson.read("{\"p\":0.10}").get("p").decimalValue()).hasToString("0.10");
    }

    @Test
    void shouldRefuseInItsOwnWords() {
        assertThatThrownBy(() -> VenueJson.read("{\"p\":"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("no JSON: ");
        assertThatThrownBy(() -> VenueJson.read("{\"p\":1e-9999999990}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("no number: ");
    }
}
