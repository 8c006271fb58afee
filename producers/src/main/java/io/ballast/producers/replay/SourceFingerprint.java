/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether a source is still the same: SHA-256 over its files and over the settings that shape its records. */
final class SourceFingerprint {

    private static final int BUFFER = 1 << 16;

    private SourceFingerprint() {}

    /**
     * A name for the source: its format, its first file's name, and the fingerprint.
     *
     * @param format  with the version of what we make of it: other code may give other records
     * @param files  its files, in order
     * @param settings  all else that its records depend on
     */
    static String of(String format, List<Path> files, String settings) {
        MessageDigest digest = sha256();
        files.forEach(file -> update(digest, file));
        digest.update(settings.getBytes(StandardCharsets.UTF_8));
        String more = files.size() > 1 ? " and " + (files.size() - 1) + " more" : "";
        return format + " " + files.get(0).getFileName() + more + " sha256:"
                + HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Path file) {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            int read = content.read(buffer);
            while (read >= 0) {
                length += read;
                read = content.read(buffer);
            }
            digest.update(("|" + length + "|").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
