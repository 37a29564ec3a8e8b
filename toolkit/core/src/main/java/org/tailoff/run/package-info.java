/**
 * Many runs side by side: found again by what they depend on, resumed, watched, stopped.
 *
 * <p>Place in the flow {@code ... train -> record -> store -> run -> analysis -> claim -> ...}: a
 * {@link org.tailoff.run.RunScheduler} takes specs by name and gives finished runs by name.
 */
package org.tailoff.run;
