package org.tailoff.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogSettingsTest {
    private static final String FILE = "logback.configurationFile";

    private final LoggerContext context = new LoggerContext();

    @Test
    void logbackFindsThem() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.iteratorForAppenders()).toIterable().hasSize(1);
    }

    @Test
    void nothingElseIsAsked() {
        assertThat(new LogSettings().configure(context)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(context.getLogger("any").isWarnEnabled()).isTrue();
        assertThat(context.getLogger("any").isInfoEnabled()).isFalse();
    }

    @Test
    void aFileOfTheUsersOwnComesFirst() {
        System.setProperty(FILE, "mine.xml");
        try {
            assertThat(new LogSettings().configure(context)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
            assertThat(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                    .toIterable()
                    .isEmpty();
        } finally {
            System.clearProperty(FILE);
        }
    }
}
