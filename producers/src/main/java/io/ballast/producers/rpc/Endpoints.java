/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.producers.waiting.BackOff;
import io.ballast.producers.waiting.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several endpoints of one chain as one: calls go to the same one until it fails, then to the next. An endpoint is looked at
 * before it is used: whether it is of the chain, and whether it has the block that we agreed on, under the same hash.
 * What the caller can do better about (too much asked for) or nobody can (refused by all) is thrown; all else is tried again
 * until it works or the caller is told to stop. Mutable, single-threaded.
 */
public final class Endpoints implements Rpc {

    private static final Logger log = LoggerFactory.getLogger(Endpoints.class);

    /** With the growing pauses between them about a minute: a short outage is over by then, and what was pruned is still not there. */
    private static final int ROUNDS_UNTIL_NOT_THERE = 10;

    /** What the chain must have. */
    private record Agreed(long number, String hash) {}

    private static final class Candidate {
        private final Endpoint endpoint;
        private final Rpc rpc;
        private boolean ofTheChain;
        private boolean excluded;
        private Agreed checked;

        Candidate(Endpoint endpoint, Rpc rpc) {
            this.endpoint = endpoint;
            this.rpc = rpc;
        }
    }

    private final List<Candidate> candidates = new ArrayList<>();
    private final long chainId;
    private final RequestRate rate;
    private final BackOff backOff;
    private final Pause pause;
    private final RpcCounts counts;
    private int current;
    private Optional<Agreed> agreed = Optional.empty();

    /**
     * @param endpoints  the preferred one first
     * @param toRpc  how to call one
     * @param chainId  EIP-155 id that all must have
     * @param requestsPerSecond  at most
     */
    public Endpoints(
            List<Endpoint> endpoints,
            Function<Endpoint, Rpc> toRpc,
            long chainId,
            double requestsPerSecond,
            RandomGenerator random,
            LongSupplier nanoTime,
            Pause pause) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("no endpoint");
        }
        endpoints.forEach(endpoint -> candidates.add(new Candidate(endpoint, toRpc.apply(endpoint))));
        this.counts = new RpcCounts(endpoints);
        this.chainId = chainId;
        this.rate = new RequestRate(requestsPerSecond, nanoTime, pause);
        this.backOff = new BackOff(random);
        this.pause = pause;
    }

    public RpcCounts counts() {
        return counts;
    }

    /** A block that is final: an endpoint which has another one in its place is not used any more. */
    public void agreeOn(long number, String hash) {
        agreed = Optional.of(new Agreed(number, hash));
        // The one in use has just said so itself.
        candidates.get(current).checked = agreed.get();
    }

    /** The present endpoint gives no new blocks, or contradicts itself: the next one's turn. */
    public void turn() {
        Candidate before = candidates.get(current);
        do {
            current = (current + 1) % candidates.size();
        } while (candidates.get(current).excluded && candidates.get(current) != before);
        if (candidates.get(current) != before) {
            counts.failedOver();
            log.warn("From now on {} is asked instead of {}", candidates.get(current).endpoint, before.endpoint);
        }
    }

    /** What the present endpoint gave could not be used, though it is an answer: the next one's turn. */
    public void reject(RpcException answer) {
        Endpoint endpoint = candidates.get(current).endpoint;
        if (answer.kind() == RpcException.Kind.MALFORMED) {
            counts.disagreed(endpoint, answer.getMessage());
        } else if (answer.kind() == RpcException.Kind.UNAVAILABLE) {
            counts.failed(endpoint, answer);
        }
        turn();
    }

    @Override
    public JsonNode call(String method, JsonNode parameters) {
        return call(method, parameters, Integer.MAX_VALUE);
    }

    /** For what one can do without: what no endpoint has, asked again and again for about a minute, is given up. */
    public Rpc whereThere() {
        return (method, parameters) -> call(method, parameters, ROUNDS_UNTIL_NOT_THERE);
    }

    private JsonNode call(String method, JsonNode parameters, long mostRoundsUnavailable) {
        int failures = 0;
        int refusals = 0;
        int unavailable = 0;
        while (true) {
            try {
                return callCurrent(method, parameters);
            } catch (RpcException failed) {
                failures++;
                refusals += failed.kind() == RpcException.Kind.REFUSED ? 1 : 0;
                unavailable += failed.kind() == RpcException.Kind.UNAVAILABLE ? 1 : 0;
                counts.failed(candidates.get(current).endpoint, failed);
                giveUpIfUseless(failed, refusals);
                if (unavailable >= mostRoundsUnavailable * usable()) {
                    throw failed;
                }
                turn();
                log.warn("{} (failure {} in a row, {})", failed.getMessage(), failures, failed.kind());
                waitAfter(failed, failures);
            }
        }
    }

    /**
     * What another endpoint than the present one says: the first that answers.
     *
     * @throws RpcException if none does, or it would be too much for the one asked
     */
    JsonNode callAnother(String method, JsonNode parameters) {
        for (int turns = 1; turns < candidates.size(); turns++) {
            Candidate other = candidates.get((current + turns) % candidates.size());
            try {
                check(other);
                return ask(other, method, parameters);
            } catch (RpcException failed) {
                counts.failed(other.endpoint, failed);
                if (isForTheCaller(failed)) {
                    throw failed;
                }
                log.warn("{} ({}, asked for comparison)", failed.getMessage(), failed.kind());
            }
        }
        throw new RpcException(RpcException.Kind.UNAVAILABLE, "there is no other node to compare " + method + " with");
    }

    private static boolean isForTheCaller(RpcException failed) {
        return switch (failed.kind()) {
            case TOO_MUCH, TIMEOUT, STOPPED -> true;
            case REFUSED, WRONG_CHAIN, UNREACHABLE, RATE_LIMITED, UNAVAILABLE, MALFORMED -> false;
        };
    }

    private JsonNode callCurrent(String method, JsonNode parameters) {
        Candidate candidate = candidates.get(current);
        check(candidate);
        return ask(candidate, method, parameters);
    }

    private JsonNode ask(Candidate candidate, String method, JsonNode parameters) {
        if (!rate.await()) {
            throw stopped();
        }
        counts.asked(candidate.endpoint);
        return candidate.rpc.call(method, parameters);
    }

    private void giveUpIfUseless(RpcException failed, int refusals) {
        long usable = usable();
        boolean useless = isForTheCaller(failed)
                || failed.kind() == RpcException.Kind.REFUSED && refusals >= usable
                || failed.kind() == RpcException.Kind.WRONG_CHAIN && usable == 0;
        if (useless) {
            throw failed;
        }
    }

    private long usable() {
        return candidates.stream().filter(candidate -> !candidate.excluded).count();
    }

    /** A round of all endpoints goes without waiting, unless the only one left wants to be left alone. */
    private void waitAfter(RpcException failed, int failures) {
        long usable = usable();
        boolean roundOver = failures % Math.max(1, usable) == 0;
        if (!roundOver) {
            return;
        }
        int rounds = (int) (failures / Math.max(1, usable));
        Duration ours = backOff.after(rounds);
        Duration theirs = failed.retryAfter().orElse(Duration.ZERO);
        if (!pause.of(theirs.compareTo(ours) > 0 ? theirs : ours)) {
            throw stopped();
        }
    }

    private static RpcException stopped() {
        return new RpcException(RpcException.Kind.STOPPED, "told to stop");
    }

    private void check(Candidate candidate) {
        if (candidate.excluded) {
            throw new RpcException(RpcException.Kind.WRONG_CHAIN, candidate.endpoint + " is not used: see above");
        }
        if (!candidate.ofTheChain) {
            requireChain(candidate);
        }
        if (agreed.isPresent() && !Objects.equals(agreed.get(), candidate.checked)) {
            requireAgreement(candidate, agreed.get());
        }
    }

    private void requireChain(Candidate candidate) {
        JsonNode answer = ask(candidate, "eth_chainId", JsonNodeFactory.instance.arrayNode());
        long its = Quantity.of(answer, "eth_chainId of " + candidate.endpoint);
        if (its != chainId) {
            throw excluded(candidate, "is a node of chain " + its + ", not " + chainId);
        }
        candidate.ofTheChain = true;
    }

    /** One that does not have the block yet is not on another branch: it lags. */
    private void requireAgreement(Candidate candidate, Agreed block) {
        JsonNode answer = ask(
                candidate,
                "eth_getBlockByNumber",
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(Quantity.hex(block.number()))
                        .add(false));
        if (!answer.isObject()) {
            throw new RpcException(
                    RpcException.Kind.UNAVAILABLE,
                    candidate.endpoint + " lags: it does not have the final block " + block.number() + " yet");
        }
        String its = answer.path("hash").asText();
        if (!its.equalsIgnoreCase(block.hash())) {
            counts.disagreed(candidate.endpoint, "another final block " + block.number());
            throw excluded(
                    candidate,
                    "has block " + its + " at number " + block.number() + ", where the others had the final block "
                            + block.hash());
        }
        candidate.checked = block;
    }

    private RpcException excluded(Candidate candidate, String why) {
        candidate.excluded = true;
        counts.excluded(candidate.endpoint, why);
        log.error("{} {}: it is not used any more", candidate.endpoint, why);
        return new RpcException(RpcException.Kind.WRONG_CHAIN, candidate.endpoint + " " + why);
    }
}
