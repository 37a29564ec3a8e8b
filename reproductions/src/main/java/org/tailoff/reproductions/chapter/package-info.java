/** The list of all reproductions, in the order of the book; each is in the folder of its section. */
package org.tailoff.reproductions.chapter;
