/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of an alert for good. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    /** The first 32 hexadecimal digits of SHA-256 of the rule's id, a zero byte and the subject's. */
    static String of(String ruleId, String subjectId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ruleId.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(subjectId.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
