/** Section 3.2: overfitting, regularisation, and more data. */
package org.tailoff.reproductions.chapter.section2;
