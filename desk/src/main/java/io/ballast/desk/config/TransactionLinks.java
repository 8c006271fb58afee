/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where transactions of each chain can be looked up. Nothing is loaded from there: it is where a link leads.
 *
 * @param templates  by chain id: addresses with {@value #HASH} in them
 */
public record TransactionLinks(Map<String, String> templates) {
    private static final String HASH = "{hash}";
    private static final Pattern ENTRY = Pattern.compile("(\\d+)=(https?://[^\\s{}]+\\{hash}[^\\s{}]*)");
    private static final Pattern TRANSACTION = Pattern.compile("0x[0-9a-f]{64}");

    public TransactionLinks {
        templates = Map.copyOf(templates);
    }

    public static TransactionLinks none() {
        return new TransactionLinks(Map.of());
    }

    /**
     * @param entries  such as {@code 1=https://etherscan.io/tx/{hash}}
     * @throws ConfigException if one is not of that form
     */
    static TransactionLinks of(List<String> entries) {
        Map<String, String> templates = new HashMap<>();
        for (String entry : entries) {
            var parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw new ConfigException(
                        DeskKeys.TRANSACTION_LINKS, entry, "is not of the form chain=https://host/path/" + HASH);
            }
            templates.put(parts.group(1), parts.group(2));
        }
        return new TransactionLinks(templates);
    }

    /**
     * Empty: no template of the chain, or no transaction.
     *
     * @param poolId  protocol:chain:address
     * @param hash  null: none
     */
    public Optional<String> of(String poolId, String hash) {
        String[] parts = poolId.split(":");
        if (parts.length < 2 || hash == null || !TRANSACTION.matcher(hash).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(templates.get(parts[1])).map(template -> template.replace(HASH, hash));
    }
}
