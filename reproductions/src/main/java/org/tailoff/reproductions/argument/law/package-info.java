/**
 * The law behind the size: what sets where the decay ends, with the literature's predictions, fixed before the runs.
 */
package org.tailoff.reproductions.argument.law;
