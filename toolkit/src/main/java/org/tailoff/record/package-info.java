/** What was seen: immutable records of a run, and the observers that receive them. */
package org.tailoff.record;
