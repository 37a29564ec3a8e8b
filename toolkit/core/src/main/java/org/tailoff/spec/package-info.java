/**
 * Everything a run depends on, as records that are read from strict YAML: {@code data -> spec -> initialise -> train}.
 *
 * <p>Records validate themselves when they are made, so a spec that exists is a spec that can run.
 */
package org.tailoff.spec;
