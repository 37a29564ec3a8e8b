package org.tailoff.random;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test of a {@link RandomCase}, for as many seeds from 1 on. The name of each test has its seed, and so has the
 * number in brackets that Surefire prints where a test fails.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(RandomCases.Seeds.class)
public @interface RandomCases {
    /** {@return how many seeds} */
    int value();

    /** The cases of the seeds. */
    final class Seeds implements ArgumentsProvider, AnnotationConsumer<RandomCases> {
        private int count;

        @Override
        public void accept(RandomCases cases) {
            count = cases.value();
        }

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            return LongStream.rangeClosed(1, count).mapToObj(seed -> Arguments.of(new RandomCase(seed)));
        }
    }
}
