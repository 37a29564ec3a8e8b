package org.tailoff.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.tailoff.initialise.WeightInitialiser;

/** The conformance kit as JUnit tests, one per check: extend this class and name your initialisers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InitialiserConformance {
    /** For subclasses. */
    protected InitialiserConformance() {}

    /**
     * What is tested.
     *
     * @return at least one initialiser, with the values of its parameters that are to be tested
     */
    protected abstract Stream<WeightInitialiser> initialisers();

    @TestFactory
    Stream<DynamicNode> conformance() {
        return initialisers()
                .map(initialiser -> DynamicContainer.dynamicContainer(
                        initialiser.id() + " " + initialiser.parameters(),
                        ConformanceKit.check(initialiser).stream().map(InitialiserConformance::test)));
    }

    private static DynamicTest test(Check check) {
        return DynamicTest.dynamicTest(check.name(), () -> assertFalse(check.failed(), check::toString));
    }
}
