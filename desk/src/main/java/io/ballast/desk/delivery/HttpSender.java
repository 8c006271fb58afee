/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts JSON over HTTP. Thread-safe. */
final class HttpSender implements Sender {
    private final HttpClient http;
    private final Duration timeout;
    private final InstantSource clock;

    /** @param timeout  from the request to the end of the answer */
    HttpSender(HttpClient http, Duration timeout, InstantSource clock) {
        this.http = http;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** One that all receivers may share; redirects are not followed, they would carry secrets elsewhere. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer send(Post post) {
        HttpRequest.Builder request = HttpRequest.newBuilder(post.address())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(post.body().toString()));
        post.authorization().ifPresent(secret -> request.header("Authorization", secret.reveal()));
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
        try {
            HttpResponse<Void> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return Answer.of(response.statusCode(), retryAfter(response));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return late();
        } catch (ExecutionException failed) {
            // Messages of the transport may name the address: only the class is told.
            return failed.getCause() instanceof HttpTimeoutException
                    ? late()
                    : Answer.missing(
                            "no connection: " + failed.getCause().getClass().getSimpleName());
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.missing("the desk is closing");
        }
    }

    private Answer late() {
        return Answer.missing("no answer in " + timeout.toMillis() + " ms");
    }

    /** Seconds, or a date (RFC 9110). */
    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(this::wait);
    }

    private Optional<Duration> wait(String value) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return Optional.of(Duration.between(clock.instant(), until)).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
