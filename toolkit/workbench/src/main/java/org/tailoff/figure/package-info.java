/**
 * What to draw, and how: between claim and report in the flow.
 *
 * <p>A {@link org.tailoff.figure.Picture} is plain data: lines between axes, panels of them, or a heat map. It knows
 * nothing of the library that draws it, and can be built from stored records without training.
 * {@link org.tailoff.figure.render.FigureRenderer} turns it into PNG or SVG bytes in the look of the book's own
 * figures; XChart and AWT are seen behind it alone. Percent is a matter of figures alone: whoever builds one
 * multiplies.
 */
package org.tailoff.figure;
