/** What the book speaks of without a figure of its own. */
package org.tailoff.reproductions.chapter.beyond;
