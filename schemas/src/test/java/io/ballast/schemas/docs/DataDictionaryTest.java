/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDictionaryTest {
    @Test
    void committedPageIsTheOneThatTheContractsGive() throws IOException {
        DataDictionary.FILE.holdCurrent(DataDictionary.page());
    }

    @ParameterizedTest
    @CsvSource({
        "POSITION_RISK, event_time, 'UTC, microseconds'",
        "POSITION_RISK, principal0_raw, 'smallest unit, exact'",
        "PRICE_TICKS, sqrt_price_x96_raw, 2^-96",
        "POSITION_RISK, realised_il_usd, USD",
        "POSITION_RISK, il, "
    })
    void unitsAreToldByTypeAndName(Topic topic, String field, String unit) {
        assertThat(FieldUnit.of(topic.valueSchema().getField(field))).isEqualTo(Optional.ofNullable(unit));
    }
}
