/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Logs of every event that we read, with words that its contract would never write, from contracts known and not known. */
@Tag("fault")
class RandomLogsPropertyTest {
    private static final List<String> EVENTS = events();
    private static final List<String> CONTRACTS = List.of(
            TestBlock.POOL,
            TestBlock.OTHER_POOL,
            TestBlock.PAIR,
            TestBlock.OTHER_PAIR,
            TestBlock.TOKEN0,
            TestBlock.TOKEN1,
            TestBlock.MANAGER,
            TestBlock.V2_FACTORY,
            TestBlock.V3_FACTORY,
            TestBlock.ALICE);
    private static final List<String> WORDS = List.of(
            "0".repeat(64),
            "0".repeat(63) + "1",
            "f".repeat(64),
            "7" + "f".repeat(63),
            "8" + "0".repeat(63),
            "0".repeat(62) + "40",
            "0".repeat(62) + "60",
            "0".repeat(56) + "7fffffff",
            "0".repeat(48) + "7fffffffffffffff",
            "0".repeat(32) + "f".repeat(32),
            "f".repeat(58) + "f2618c",
            "0".repeat(58) + "0d89e8",
            word(TestBlock.TOKEN0),
            word(TestBlock.TOKEN1),
            word(TestBlock.POOL));
    private static final int LOGS_A_BLOCK = 12;

    @Property(tries = 3_000)
    void becomeRecordsOrDeadLetters(@ForAll Random random) {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        decoder.decode(TestBlock.number(1).poolCreated().pairCreated().build());
        TestBlock block = TestBlock.number(2);
        for (int log = 0; log < LOGS_A_BLOCK; log++) {
            block.raw(any(CONTRACTS, random), topics(random), data(random));
        }

        List<OutgoingRecord> records = decoder.decode(block.build());

        assertThat(records).allSatisfy(record -> assertThat(record.key()).isNotEmpty());
    }

    private static List<String> topics(Random random) {
        List<String> topics = new ArrayList<>();
        if (random.nextInt(50) > 0) {
            topics.add(any(EVENTS, random));
        }
        int indexed = random.nextInt(4);
        while (!topics.isEmpty() && topics.size() <= indexed) {
            topics.add("0x" + word(random));
        }
        return topics;
    }

    private static String data(Random random) {
        StringBuilder data = new StringBuilder("0x");
        int words = random.nextInt(12);
        for (int word = 0; word < words; word++) {
            data.append(word(random));
        }
        return random.nextInt(10) == 0 ? data + "00" : data.toString();
    }

    private static String word(Random random) {
        if (random.nextInt(4) > 0) {
            return any(WORDS, random);
        }
        StringBuilder word = new StringBuilder();
        while (word.length() < 64) {
            word.append(Character.forDigit(random.nextInt(16), 16));
        }
        return word.toString();
    }

    private static String word(String address) {
        return "0".repeat(24) + address.substring(2);
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    /** Those of which a test knows that there is no other. */
    private static List<String> events() {
        return Arrays.stream(Topic0.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(RandomLogsPropertyTest::value)
                .toList();
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
