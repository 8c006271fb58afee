/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One tab of a browser, over its debugging protocol: one question at a time. Single-threaded. */
final class ChromiumTab implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final JsonMapper json = new JsonMapper();
    private final Messages messages;
    private final WebSocket socket;
    private int lastId;

    private ChromiumTab(WebSocket socket, Messages messages) {
        this.socket = socket;
        this.messages = messages;
    }

    static ChromiumTab connect(HttpClient http, URI address) {
        Messages messages = new Messages();
        return new ChromiumTab(
                http.newWebSocketBuilder().buildAsync(address, messages).join(), messages);
    }

    /** Whole messages, put together out of their parts. */
    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                whole.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** @return the result */
    JsonNode call(String method, Consumer<ObjectNode> params) throws IOException, InterruptedException {
        ObjectNode question =
                JsonNodeFactory.instance.objectNode().put("id", ++lastId).put("method", method);
        params.accept(question.putObject("params"));
        socket.sendText(question.toString(), true).join();
        while (true) {
            String message = messages.whole.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("the browser does not answer " + method);
            }
            JsonNode answer = json.readTree(message);
            if (answer.path("id").asInt() == lastId) {
                return result(method, answer);
            }
        }
    }

    private static JsonNode result(String method, JsonNode answer) throws IOException {
        JsonNode result = answer.path("result");
        if (answer.has("error") || result.has("exceptionDetails")) {
            throw new IOException(method + " failed in the browser: " + answer);
        }
        return result;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
