package org.tailoff.reproductions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;

/** The specs of the book's runs, one YAML file each among the resources. */
final class Experiments {
    private Experiments() {}

    /**
     * Reads the spec of a run.
     *
     * @param run its name, which is also the file's
     * @return the spec
     */
    static RunSpec spec(String run) {
        String resource = "specs/" + run + ".yaml";
        try (InputStream in = Experiments.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return Specs.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
