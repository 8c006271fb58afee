/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The machine's own browser without a window, led by its debugging protocol. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final URI debugging;
    private final HttpClient http = HttpClient.newHttpClient();

    private Chromium(Process process, URI debugging) {
        this.process = process;
        this.debugging = debugging;
    }

    /**
     * Starts it, if there is one.
     *
     * @param folder  for its profile
     */
    public static Optional<Chromium> start(Path folder) throws IOException {
        Optional<Path> program =
                NAMES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        return program.isEmpty() ? Optional.empty() : Optional.of(start(program.get(), folder));
    }

    private static Chromium start(Path program, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("chromium"),
                        "--window-size=1440,900",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            return new Chromium(process, debugging(process));
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
    }

    private static URI debugging(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                URI browser = URI.create(line.substring(line.indexOf("ws://")));
                Thread rest = new Thread(() -> said.lines().forEach(more -> {}), "browser's output");
                rest.setDaemon(true);
                rest.start();
                return URI.create("http://" + browser.getAuthority() + "/");
            }
        }
        throw new IOException("the browser does not say where it listens");
    }

    /** Opens an address in a new tab, and tells what a script with a promise says there. */
    public JsonNode open(URI address, String script) throws IOException, InterruptedException {
        JsonNode tab = new JsonMapper()
                .readTree(http.send(
                                HttpRequest.newBuilder(debugging.resolve("json/new?about:blank"))
                                        .PUT(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
        try (ChromiumTab opened = ChromiumTab.connect(
                http, URI.create(tab.get("webSocketDebuggerUrl").asText()))) {
            opened.call("Page.navigate", params -> params.put("url", address.toString()));
            return opened.call("Runtime.evaluate", params -> params.put("expression", script)
                            .put("awaitPromise", true)
                            .put("returnByValue", true))
                    .at("/result/value");
        }
    }

    @Override
    public void close() {
        // Its tabs are processes of their own, which end with it.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
