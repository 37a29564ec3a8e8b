/** The data of figures as a page draws them and as a table shows them. */
package org.tailoff.report.plot;
