/**
 * The report in HTML, the last step of the flow: what {@code reproduce} and {@code verify} left in an output directory,
 * written for a reader of the book.
 *
 * <p>{@link org.tailoff.report.Report} reads the stored runs, the comparison and the verdicts, and fills templates
 * ({@code src/main/jte}, compiled into this package) with records that hold nothing but what a page shows. The only
 * package that sees jte.
 */
package org.tailoff.report;
