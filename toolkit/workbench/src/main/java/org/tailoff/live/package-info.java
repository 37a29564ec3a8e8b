/**
 * What {@code --watch} shows: runs as they go on, to a browser on this machine.
 *
 * <p>Here the listeners of the scheduler become a page: {@code train -> record -> live}. Nothing is written.
 */
package org.tailoff.live;
