/** Where runs are kept: {@code record -> store -> analysis}. */
package org.tailoff.store;
