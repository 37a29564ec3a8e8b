/**
 * Many runs side by side: found again by what they depend on, resumed, listened to, stopped.
 *
 * <p>Place in the flow {@code ... train -> record -> store -> run -> analysis -> claim -> ...}: a
 * {@link org.tailoff.run.RunScheduler} takes specs by name and gives {@link org.tailoff.run.RunResults} by name. A
 * {@link org.tailoff.run.RunExecutor} carries them out, here or elsewhere.
 */
package org.tailoff.run;
