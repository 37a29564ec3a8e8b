/** Section 3.5: the choice of hyper-parameters. */
package org.tailoff.reproductions.chapter.section5;
