/**
 * What was published beside what is measured: curves, the rules by which they agree, and the figures that show both.
 */
package org.tailoff.published;
