/**
 * What decay and gradients did to each tensor of weights of a recorded run, from the records alone;
 * {@code docs/examine.md} says what each word means.
 */
package org.tailoff.examine;
