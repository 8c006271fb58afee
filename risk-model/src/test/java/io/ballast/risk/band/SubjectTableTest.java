/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectTableTest {

    private final SubjectTable table = new SubjectTable();

    @Test
    void shouldFindNamesAndNumbers_whateverComesAndGoes() {
        Random random = new Random(1);
        Map<String, Integer> expected = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            int id = random.nextInt(5_000);
            String present = names.remove(id);
            if (present != null) {
                table.remove(id);
                expected.remove(present);
            } else {
                String name = name(random, i);
                table.put(name, id);
                names.put(id, name);
                expected.put(name, id);
            }
        }
        assertEquals(expected.size(), table.size());
        expected.forEach((name, id) -> assertEquals(id, table.id(name)));
        for (int id = 0; id < 5_000; id++) {
            assertEquals(names.get(id), table.name(id));
        }
    }

    private static String name(Random random, int i) {
        return switch (random.nextInt(4)) {
            case 0 -> "0x" + "ab12".repeat(10) + ":" + i + ":-887272";
            case 1 -> "desk-ä/" + "deep/".repeat(random.nextInt(60)) + i;
            default -> "nft:" + i;
        };
    }

    @Test
    void shouldKnowNothing_ofNamesThatAreNotThere() {
        assertEquals(SubjectTable.ABSENT, table.id("nft:1"));
        assertNull(table.name(0));
        assertNull(table.name(-1));
        assertThrows(IllegalArgumentException.class, () -> table.remove(3));
    }

    @Test
    void shouldRefuseNameOrNumberTwice() {
        table.put("nft:1", 0);
        assertThrows(IllegalArgumentException.class, () -> table.put("nft:1", 1));
        assertThrows(IllegalArgumentException.class, () -> table.put("nft:2", 0));
        assertThrows(IllegalArgumentException.class, () -> table.put("nft:2", -1));
        assertThrows(IllegalArgumentException.class, () -> table.put("x".repeat(1 << 15), 2));
    }

    @Test
    void shouldKeepTheLongestAndTheEmptyName() {
        String longest = "x".repeat((1 << 15) - 1);
        table.put(longest, 7);
        table.put("", 8);
        assertEquals(longest, table.name(7));
        assertEquals(8, table.id(""));
    }
}
