/**
 * What to draw, and how: between claim and report in the flow.
 *
 * <p>A {@link org.tailoff.reproductions.figure.Figure} is plain data; it knows nothing of the library that draws it, and can be built from
 * stored records without training. {@link org.tailoff.reproductions.figure.FigureRenderer} alone sees XChart and AWT and turns a figure into
 * PNG or SVG bytes in the look of the book's own figures. Percent is a matter of figures alone: whoever builds one multiplies.
 */
package org.tailoff.reproductions.figure;
