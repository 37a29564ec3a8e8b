package org.tailoff.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Warnings alone, on the error stream: DL4J reports its backend at INFO.
 *
 * <p>Logback finds this class by itself. Settings in XML would say the same, but reading them takes longer than
 * {@code tailoff plugins list} takes for all the rest; a file of one's own is read where
 * {@code -Dlogback.configurationFile} names one.
 */
public final class LogSettings extends ContextAwareBase implements Configurator {
    /** Made by Logback. */
    public LogSettings() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("tailoff: %msg%n%ex{0}");
        encoder.start();
        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setContext(context);
        errors.setTarget("System.err");
        errors.setEncoder(encoder);
        errors.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(errors);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        // It warns of the setting nopointergc that bin/tailoff makes on purpose (docs/performance.md).
        context.getLogger("org.nd4j.linalg.api.memory.deallocation.DeallocatorService")
                .setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
