/**
 * The conformance kit: whether a weight initialiser keeps what {@link org.tailoff.initialise.WeightInitialiser} asks of
 * it and what it declares of itself, one line per check.
 *
 * <p>Place in the flow: beside {@code initialise}, whose plugins it tests; {@code tailoff plugins check} and the JUnit
 * class {@code InitialiserConformance} run it. The statistics are Hipparchus's.
 */
package org.tailoff.conformance;
