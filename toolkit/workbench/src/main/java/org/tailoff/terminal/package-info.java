/** Tables and progress on a terminal. */
package org.tailoff.terminal;
