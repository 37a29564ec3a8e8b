package org.tailoff.train;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.train.file.ConfigurationFile;

/** Makes the networks that a configuration of DL4J's describes. */
final class ConfiguredNetworks {
    private ConfiguredNetworks() {}

    /** The configuration itself; it has been checked when the spec was read from files, and is again here. */
    static MultiLayerConfiguration configuration(ConfiguredNetwork network) {
        return ConfigurationFile.parse(network.configuration(), "network.configuration");
    }

    /**
     * A network as DL4J itself initialises it, from the master seed of the run in place of the configuration's seed.
     *
     * @throws SpecException if DL4J cannot make it; one line
     */
    static MultiLayerNetwork build(RunSpec spec, ConfiguredNetwork network) {
        MultiLayerConfiguration configuration = configuration(network);
        long seed = ((SeedSpec.Streams) spec.seeds()).master();
        configuration.getConfs().forEach(layer -> layer.setSeed(seed));
        try {
            MultiLayerNetwork built = new MultiLayerNetwork(configuration);
            built.init();
            return built;
        } catch (RuntimeException e) {
            throw new SpecException("network.dl4j must be a network that DL4J can make, found "
                    + e.toString().lines().findFirst().orElseThrow());
        }
    }
}
