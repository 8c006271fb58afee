/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Keeps what all of this process logs from INFO on, Kafka's clients with their settings included, with stack traces. */
final class LoggedText implements AutoCloseable {
    private static final String KAFKA = "org.apache.kafka";

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger kafka = (Logger) LoggerFactory.getLogger(KAFKA);
    private final Level kafkaLevel = kafka.getLevel();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    LoggedText() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern("%level %logger %msg%n%ex");
        encoder.start();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(text);
        appender.start();
        root.addAppender(appender);
        kafka.setLevel(Level.INFO);
    }

    String text() {
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        kafka.setLevel(kafkaLevel);
    }
}
