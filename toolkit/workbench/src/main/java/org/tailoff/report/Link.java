package org.tailoff.report;

/**
 * A link.
 *
 * @param text what it says
 * @param target where it leads, relative to the page
 */
record Link(String text, String target) {}
