/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes of the simulated chain's blocks and transactions: SHA-256 of what the simulation is and of their place in it. The
 * same simulation has the same hashes each time, another one has others.
 */
public final class SimulatedHashes {

    private final String simulation;

    /**
     * @param simulation  everything that decides what the simulation does
     */
    public SimulatedHashes(String simulation) {
        this.simulation = simulation;
    }

    String block(long number) {
        return sha256(simulation + "|block|" + number);
    }

    String transaction(long blockNumber, int index) {
        return sha256(simulation + "|transaction|" + blockNumber + "|" + index);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "0x" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must know SHA-256", e);
        }
    }
}
