package org.tailoff.plugins.initialisers;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.tailoff.conformance.InitialiserConformance;
import org.tailoff.initialise.WeightInitialiser;

/** The catalogue passes the kit that every plugin has to pass. */
class ConformanceTest extends InitialiserConformance {
    @Override
    protected Stream<WeightInitialiser> initialisers() {
        return ServiceLoader.load(WeightInitialiser.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.getClass().getPackage().equals(getClass().getPackage()));
    }
}
