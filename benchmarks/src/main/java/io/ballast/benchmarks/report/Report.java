/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found: printed for people, written as JSON for machines. Mutable and single-threaded. */
public final class Report {

    private final String subject;
    private final Map<String, String> environment;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<Object> results = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    public Report(String subject, Map<String, String> environment) {
        this.subject = subject;
        this.environment = environment;
    }

    /** How it was measured. */
    public void setting(String name, Object value) {
        settings.put(name, value);
    }

    /** A record that becomes an object of the JSON. */
    public void result(Object result) {
        results.add(result);
    }

    /** A result in which something may be wrong. */
    public void result(String name, Object result, List<String> wrong) {
        result(result);
        wrong.forEach(fault -> faults.add(name + ": " + fault));
    }

    /** A table or a line for people. */
    public void text(Object shown) {
        text.add(shown.toString());
    }

    /** Whether anything was wrong: the figures are worth nothing then. */
    public boolean failed() {
        return !faults.isEmpty();
    }

    public void print(PrintWriter out) {
        out.println();
        out.println(subject + (failed() ? ": FAILED" : ""));
        environment.forEach((name, value) -> out.println("  " + name + ": " + value));
        settings.forEach((name, value) -> out.println("  " + name + ": " + value));
        out.println();
        text.forEach(out::println);
        faults.forEach(fault -> out.println("FAILED: " + fault));
        out.flush();
    }

    public void write(Path json) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("subject", subject);
        all.put("failed", failed());
        all.put("environment", environment);
        all.put("settings", settings);
        all.put("results", results);
        all.put("faults", faults);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), all);
    }
}
