/** Turns figures into PNG, SVG and PDF with XChart. XChart and AWT are seen here alone. */
package org.tailoff.figure.render;
