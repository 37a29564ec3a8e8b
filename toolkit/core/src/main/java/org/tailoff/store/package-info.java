/**
 * Keeps runs on disk: {@code ... -> record -> store -> analysis -> ...}. The only package that sees DuckDB.
 *
 * <p>One directory per run, {@code runs/<run-id>/}. While it runs it holds {@code spec.yaml}, {@code run.duckdb} (and
 * its log {@code run.duckdb.wal}), {@code checkpoint/} and {@code run.lock}. When it is done it holds
 * {@code spec.yaml}, {@code epochs.parquet}, {@code iterations.parquet}, {@code provenance.json} and
 * {@code manifest.json} alone; the manifest is written last, so a run is finished exactly if it has one.
 *
 * <p>Promises: equal recorded values give the same bytes of both Parquet files, whether or not the run was broken off
 * and resumed ({@code provenance.json} holds times, so it and the manifest differ from run to run); a process killed at
 * any moment loses nothing that was recorded up to its last checkpoint, and nothing is recorded twice. A machine that
 * loses power keeps everything up to the last complete epoch.
 */
package org.tailoff.store;
