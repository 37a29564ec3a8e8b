/** The command line; the only package that writes to the standard streams. */
package org.tailoff.command;
