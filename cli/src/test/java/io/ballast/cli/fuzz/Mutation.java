/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bytes of a file that was good, in the ways in which files are bad: by accident and by malice. */
final class Mutation {
    private static final int MOST_CHANGES = 4;
    private static final List<String> HOSTILE = List.of(
            "",
            "null",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n",
            "\r\n",
            "\u0000",
            "\ufeff",
            "- ",
            "&a *a ",
            "!!java.lang.Object ",
            "-1",
            "0",
            "NaN",
            "1e999999999",
            "-1e-999999999",
            "9".repeat(100),
            "99999999999999999999",
            "2147483648",
            "0x",
            "0x" + "f".repeat(64),
            "+1000000000-12-31T23:59:59Z",
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            "x".repeat(70_000));

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] good) {
        byte[] changed = good;
        for (int change = 0; change <= random.nextInt(MOST_CHANGES); change++) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, from, to, hostile());
            case 2 -> spliced(bytes, from, from, hostile());
            case 3 -> spliced(bytes, from, bytes.length, new byte[0]);
            case 4 -> spliced(bytes, from, to, noise());
            default -> {
                int other = random.nextInt(bytes.length + 1);
                yield spliced(bytes, from, to, Arrays.copyOfRange(bytes, other, Math.min(bytes.length, other + 40)));
            }
        };
    }

    private byte[] hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
