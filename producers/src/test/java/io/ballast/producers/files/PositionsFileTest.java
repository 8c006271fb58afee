/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsFileTest {

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void readsCsv() throws IOException {
        Path file = file(
                "positions.csv",
                "owner,tick_lower,tick_upper,liquidity,from,to,name\n"
                        + "Alice,-60,60,1000,2022-07-19,2022-07-20 12:30,wide\n"
                        + "bob,0,60,1,2022-07-19T01:00:00Z,,\n");

        assertThat(PositionsFile.read(file))
                .containsExactly(
                        new PositionListing(
                                "alice",
                                -60,
                                60,
                                BigInteger.valueOf(1000),
                                Instant.parse("2022-07-19T00:00:00Z"),
                                Optional.of(Instant.parse("2022-07-20T12:30:00Z")),
                                Optional.of("wide")),
                        new PositionListing(
                                "bob",
                                0,
                                60,
                                BigInteger.ONE,
                                Instant.parse("2022-07-19T01:00:00Z"),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void readsJson() throws IOException {
        Path file = file(
                "positions.json",
                "{\"positions\":[{\"owner\":\"alice\",\"tickLower\":-60,\"tickUpper\":60,"
                        + "\"liquidity\":\"340282366920938463463374607431768211455\",\"from\":\"2022-07-19\",\"to\":null}]}");

        assertThat(PositionsFile.read(file)).singleElement().satisfies(position -> assertThat(
                        position.liquidity().bitLength())
                .isEqualTo(128));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice,60,-60,1,2022-07-19, | :2: tickLower 60 is not below tickUpper -60",
                "alice,-887273,60,1,2022-07-19, | :2: tick_lower is [-887273], it must be between -887272 and 887272",
                "alice,-60,60,0,2022-07-19, | :2: liquidity 0 is not between 1 and 2^128 - 1",
                "alice,-60,60,1,yesterday, | :2: from is [yesterday], it must be a UTC time",
                "alice,-60,60,1,2022-07-19,2022-07-18 | is before from",
                ",-60,60,1,2022-07-19, | :2: owner is missing",
                "alice,-60,60,1,, | :2: from is missing"
            })
    void namesTheLineTheValueAndTheRule(String row, String message) throws IOException {
        Path file = file("positions.csv", "owner,tick_lower,tick_upper,liquidity,from,to\n" + row + "\n");

        assertThatThrownBy(() -> PositionsFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }
}
