package org.tailoff.plugins.initialisers;

import java.util.stream.Stream;
import org.tailoff.conformance.InitialiserConformance;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.RegisteredInitialiser;

/** The catalogue passes the kit that every plugin has to pass, as it is and with other values of its parameters. */
class ConformanceTest extends InitialiserConformance {
    @Override
    protected Stream<WeightInitialiser> initialisers() {
        try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
            Stream<RegisteredInitialiser> shipped = registry.initialisers().stream()
                    .filter(each -> each.type().startsWith(getClass().getPackageName()));
            Stream<RegisteredInitialiser> chosen = Stream.of(
                            "gaussian:stddev=0.5,bias-stddev=2",
                            "he-uniform:slope=0.5,gain=3",
                            "orthogonal:gain=2",
                            "sparse:k=3,stddev=0.1",
                            "variance-scaling:mode=fan-out,shape=normal",
                            "variance-scaling:mode=fan-avg,shape=uniform,scale=2")
                    .map(registry::find);
            return Stream.concat(shipped, chosen).map(RegisteredInitialiser::initialiser).toList().stream();
        }
    }
}
