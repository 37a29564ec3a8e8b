package org.tailoff.reproductions.machine;

/**
 * A machine that was trained, now or before.
 *
 * @param result what came of it
 * @param reused whether it was found in the store
 */
public record FinishedMachine(MachineResult result, boolean reused) {}
