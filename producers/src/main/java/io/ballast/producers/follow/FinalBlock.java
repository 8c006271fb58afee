/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.EthBlock;
import io.ballast.producers.rpc.EthNode;
import java.util.Optional;

/** Asks for the highest final block, and has all endpoints agree on it. Mutable, single-threaded. */
final class FinalBlock {

    private final Finality finality;
    private final EthNode node;
    private final Endpoints endpoints;
    private Optional<Long> number = Optional.empty();

    FinalBlock(Finality finality, EthNode node, Endpoints endpoints) {
        this.finality = finality;
        this.node = node;
        this.endpoints = endpoints;
    }

    /** Its number, which never goes back; empty as long as the chain has none. */
    Optional<Long> number(EthBlock latest) {
        if (mayHaveRisen(latest)) {
            ask(latest).filter(block -> block.number() > number.orElse(-1L)).ifPresent(block -> {
                number = Optional.of(block.number());
                endpoints.agreeOn(block.number(), block.hash());
            });
        }
        return number;
    }

    private boolean mayHaveRisen(EthBlock latest) {
        return finality.depth().isEmpty() || latest.number() - finality.depth().getAsInt() > number.orElse(-1L);
    }

    private Optional<EthBlock> ask(EthBlock latest) {
        return finality.depth().isEmpty()
                ? node.block(finality.tag())
                : node.block(latest.number() - finality.depth().getAsInt());
    }
}
