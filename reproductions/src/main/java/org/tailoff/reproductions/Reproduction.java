package org.tailoff.reproductions;

import java.util.List;
import java.util.Map;
import org.tailoff.reproductions.figure.Figure;
import org.tailoff.spec.RunSpec;

/** One group of figures of the book that come from the same training runs. */
public interface Reproduction {
    /** {@return the id, that of the book's own repository; unique} */
    String id();

    /** {@return what the figures answer, one sentence for a reader of the book} */
    String question();

    /** {@return where in the book they stand} */
    String source();

    /** {@return the runs needed, by name; the names are unique among all reproductions} */
    Map<String, RunSpec> runs();

    /** {@return the published curves and how ours must agree with them} */
    List<Series> series();

    /**
     * What to draw.
     *
     * @param compared every curve of {@link #series()} with ours; with {@code --quick} ours are shorter than the book's
     * @return the figures, their ids unique
     */
    List<Figure> figures(Comparisons compared);
}
