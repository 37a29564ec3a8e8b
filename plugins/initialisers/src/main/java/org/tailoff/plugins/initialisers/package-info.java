/** The weight initialisers that ship with Tailoff. */
package org.tailoff.plugins.initialisers;
