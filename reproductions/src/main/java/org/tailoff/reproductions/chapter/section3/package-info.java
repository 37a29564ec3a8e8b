/** Section 3.3: weight initialisation, the examples of the exercise. */
package org.tailoff.reproductions.chapter.section3;
