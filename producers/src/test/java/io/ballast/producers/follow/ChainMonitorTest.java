/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.monitoring.PrometheusText;
import io.ballast.producers.monitoring.ChainMonitor;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.CommitCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is told of a follower, through what happens to it. */
class ChainMonitorTest {

    private static final String ENDPOINT = "{endpoint=\"http://fake\"}";

    private final FakeChain chain = new FakeChain();
    private Predicate<String> fails = method -> false;
    private RpcException.Kind failure;
    private Instant now = Instant.EPOCH;
    private final Rpc node = this::call;
    private final Followed followed = new Followed(node, false, Finality.ofDepth(8));
    private final ChainMonitor monitor = new ChainMonitor(new CommitCounts(), followed.rpc(), () -> now);

    private JsonNode call(String method, JsonNode parameters) {
        if (fails.test(method)) {
            throw new RpcException(failure, "http://fake " + method + ": it fails");
        }
        return chain.call(method, parameters);
    }

    private void grow(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.append(1, 0);
        }
    }

    private void steps(int number) {
        followed.steps(number);
        monitor.accept(followed.progress());
    }

    private String metrics() {
        return PrometheusText.of(monitor.readings());
    }

    @Test
    void beforeTheFirstStepItIsNotReadyAndSaysWhatFailed() {
        fails = method -> true;
        failure = RpcException.Kind.UNREACHABLE;
        followed.failing(3);

        assertThat(monitor.health().reasons())
                .containsExactly("it begins: no step is done yet; last: http://fake eth_chainId: it fails");
        assertThat(metrics())
                .containsPattern(
                        "ballast_chain_rpc_failures_total.endpoint=\"http://fake\",reason=\"unreachable\". [1-9]")
                .doesNotContain("ballast_chain_head_block ");
    }

    @Test
    void isReadyOnceAllThatIsFinalIsRead() {
        grow(200);
        steps(2);
        assertThat(monitor.health().reasons()).singleElement().asString().startsWith("it reads what is final: block ");

        steps(60);

        assertThat(monitor.health().isReady()).isTrue();
        assertThat(metrics())
                .contains("ballast_chain_head_block 201\n")
                .contains("ballast_chain_final_block 193\n")
                .contains("ballast_chain_block 201\n")
                .contains("ballast_chain_lag_blocks 0\n");
    }

    @Test
    void countsReorganisations() {
        grow(20);
        steps(60);
        chain.drop(5);
        grow(6);
        steps(30);

        assertThat(metrics())
                .contains("ballast_chain_reorgs_total 1\n")
                .contains("ballast_chain_reorg_depth_max_blocks 5\n")
                .contains("ballast_chain_retracted_logs_total 5\n");
    }

    @Test
    void countsRateLimitsByEndpoint() {
        grow(20);
        int[] left = {3};
        failure = RpcException.Kind.RATE_LIMITED;
        fails = method -> left[0]-- > 0;
        steps(60);

        assertThat(metrics())
                .contains("ballast_chain_rpc_failures_total{endpoint=\"http://fake\",reason=\"rate_limited\"} 3\n")
                .contains("ballast_chain_rpc_disagreements_total" + ENDPOINT + " 0\n")
                .contains("ballast_chain_rpc_excluded" + ENDPOINT + " 0\n");
    }

    @Test
    void tellsHowLongItTakesFromABlockToItsCommit() {
        monitor.committed(Duration.ofMillis(40));
        monitor.committed(Duration.ofSeconds(2));

        assertThat(metrics())
                .contains("ballast_chain_block_to_commit_seconds_bucket{le=\"0.05\"} 1\n")
                .contains("ballast_chain_block_to_commit_seconds_sum 2.04\n")
                .contains("ballast_chain_block_to_commit_seconds_count 2\n");
    }

    @Test
    void standsStillWithoutAStepForAMinute() {
        grow(20);
        steps(60);
        now = now.plusSeconds(75);

        assertThat(monitor.health().reasons()).containsExactly("it stands still: no step for 75 s");
    }
}
