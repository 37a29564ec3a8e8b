/**
 * What a run is trained on: the processor and its speed, the BLAS kernel, the JDK; for provenance, estimates and
 * warnings.
 */
package org.tailoff.train.platform;
