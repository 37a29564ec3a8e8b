package org.tailoff.run;

import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;

/**
 * One run to be carried out. All of it travels to another process or machine: the spec as {@link #yaml}, from which
 * {@link Specs} reads an equal one. The data, the plugins and the store are directories, and the same for every run: an
 * executor gets them when it is made.
 *
 * @param id the name of its directory in the store
 * @param name the name by which listeners know it
 * @param spec what to do
 */
public record RunTask(String id, String name, RunSpec spec) {
    /** {@return the spec as text} */
    public String yaml() {
        return Specs.write(spec);
    }
}
