/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Who may come in, by bearer token. The file has tokens' SHA-256 only: whoever reads it cannot sign in with what it says.
 *
 * <pre>[{"name": "anna", "token_sha256": "…", "portfolios": ["desk-a/eth"], "may_act": true}]</pre>
 */
public final class Tokens {
    private static final int HASH_BYTES = 32;

    private final List<Holder> holders;

    private record Holder(byte[] hash, User user) {}

    private Tokens(List<Holder> holders) {
        this.holders = List.copyOf(holders);
    }

    /** @throws ConfigException if the file cannot be read or says nothing sensible */
    public static Tokens read(Path file) {
        try {
            JsonNode list = new JsonMapper().readTree(Files.readString(file));
            if (!list.isArray() || list.isEmpty()) {
                throw new ConfigException(file + ": must be a list of at least one who may come in");
            }
            List<Holder> holders = new ArrayList<>();
            for (JsonNode entry : list) {
                holders.add(holder(entry, file));
            }
            return new Tokens(holders);
        } catch (IOException unreadable) {
            throw new ConfigException(file + ": " + unreadable.getMessage());
        }
    }

    private static Holder holder(JsonNode entry, Path file) {
        String name = entry.path("name").asText();
        String hash = entry.path("token_sha256").asText();
        List<String> portfolios = new ArrayList<>();
        entry.path("portfolios").forEach(path -> portfolios.add(path.asText()));
        if (name.isBlank() || portfolios.isEmpty()) {
            throw new ConfigException(file + ": each entry needs name, token_sha256 and portfolios; one is " + name);
        }
        try {
            byte[] bytes = HexFormat.of().parseHex(hash);
            if (bytes.length == HASH_BYTES) {
                User user = new User(
                        name, Entitlement.of(portfolios), entry.path("may_act").asBoolean(false));
                return new Holder(bytes, user);
            }
        } catch (IllegalArgumentException noHex) {
            throw new ConfigException(file + ": token_sha256 of " + name + " is not hexadecimal");
        }
        throw new ConfigException(file + ": token_sha256 of " + name + " has not 64 digits");
    }

    /** Whose token it is; takes as long for one as for another. */
    public Optional<User> user(String token) {
        byte[] hash = Sha256.of(token);
        User found = null;
        for (Holder holder : holders) {
            if (MessageDigest.isEqual(hash, holder.hash())) {
                found = holder.user();
            }
        }
        return Optional.ofNullable(found);
    }
}
