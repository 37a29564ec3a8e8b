/** Claims put to the test: which runs decide them, what is found, and the verdicts. Nothing here knows which claims. */
package org.tailoff.verify;
