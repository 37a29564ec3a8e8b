package org.tailoff.report;

import java.util.List;
import org.tailoff.report.plot.DataTable;
import org.tailoff.report.plot.Plot;
import org.tailoff.store.JsonFiles;

/**
 * A figure on a page.
 *
 * @param plot its data
 * @param image the drawing, relative to the page
 * @param files where the drawing and the data lie, relative to the page
 */
record FigureView(Plot plot, String image, List<Link> files) {
    FigureView {
        files = List.copyOf(files);
    }

    String heading() {
        return plot.title().isBlank() ? plot.id() : plot.title();
    }

    List<DataTable> tables() {
        return DataTable.of(plot);
    }

    /** Whether the page's script can draw it. */
    boolean isInteractive() {
        return !plot.panels().isEmpty();
    }

    /** The data for the script, in a form that cannot end the element around it. */
    String data() {
        return JsonFiles.line(plot).replace("<", "\\u003c");
    }
}
