/** The exercise's three claims, and their figures. */
package org.tailoff.reproductions.argument.exercise;
