/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What logback.xml makes of a line, in each form; in a context of its own, not that of the process. */
class LogFormTest {
    @TempDir
    private Path folder;

    @Test
    void aLineOfJsonIsAnObject() throws IOException, JoranException {
        JsonNode line = new ObjectMapper().readTree(line("JSON"));

        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("loggerName").asText()).isEqualTo("io.ballast");
        assertThat(line.path("formattedMessage").asText()).isEqualTo("2 of \"3\"\nare late");
        assertThat(line.path("timestamp").asLong()).isPositive();
        assertThat(line.path("throwable").path("className").asText()).isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void aLineForPeopleIsText() throws JoranException {
        assertThat(line("TEXT")).contains("WARN", "2 of \"3\"").doesNotContain("{");
    }

    private String line(String form) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty(Logging.FILE_PROPERTY, folder.resolve("ballast.log").toString());
        context.putProperty(Logging.SCREEN_PROPERTY, "INFO");
        context.putProperty(Logging.LEVEL_PROPERTY, "INFO");
        context.putProperty(Logging.FORM_PROPERTY, form);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogFormTest.class.getResource("/logback.xml"));
        try {
            Logger logger = context.getLogger("io.ballast");
            ConsoleAppender<ILoggingEvent> screen =
                    (ConsoleAppender<ILoggingEvent>) logger.getAppender("SCREEN-" + form);
            LoggingEvent event = new LoggingEvent(
                    LogFormTest.class.getName(),
                    logger,
                    Level.WARN,
                    "{} of \"{}\"\nare late",
                    new IllegalStateException("late"),
                    new Object[] {2, 3});
            return new String(screen.getEncoder().encode(event), StandardCharsets.UTF_8);
        } finally {
            context.stop();
        }
    }
}
