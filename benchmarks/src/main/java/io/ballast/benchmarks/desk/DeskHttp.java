/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Asks a desk as a program would. Single-threaded. */
final class DeskHttp {

    private static final int OK = 200;
    private static final String NOTHING = "{\"total\":0,";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI desk;

    DeskHttp(URI desk) {
        this.desk = desk;
    }

    URI address() {
        return desk;
    }

    /** Whether the desk has read all that was there when it began. */
    boolean isReady() throws IOException, InterruptedException {
        return ask("api/v1/health").statusCode() == OK;
    }

    /**
     * Asks, and reads the whole answer.
     *
     * @return nanoseconds from the question to the last byte
     * @throws IOException if it is refused, or finds nothing
     */
    long timeNanos(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = ask(path);
        long took = System.nanoTime() - begin;
        if (answer.statusCode() != OK || new String(answer.body(), StandardCharsets.UTF_8).startsWith(NOTHING)) {
            throw new IOException(path + " was answered with " + answer.statusCode() + " and no row");
        }
        return took;
    }

    private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
