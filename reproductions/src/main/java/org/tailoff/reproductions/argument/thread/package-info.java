/** The four answers of the thread. */
package org.tailoff.reproductions.argument.thread;
