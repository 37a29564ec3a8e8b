package org.tailoff.published;

import java.util.List;
import java.util.Map;
import org.tailoff.figure.Picture;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.RunSpec;
import org.tailoff.svm.SvmSpec;

/** One group of figures or numbers of the book that come from the same training runs or the same formula. */
public interface Reproduction {
    /** {@return the id, that of the book's own repository; unique} */
    String id();

    /** {@return what the figures answer, one sentence for a reader of the book} */
    String question();

    /** {@return what there is to see in them: a few sentences for a reader of the book, who has the figures in view} */
    String interpretation();

    /** {@return where in the book they stand} */
    String source();

    /** {@return the runs needed, by name; equal names among the reproductions stand for equal runs} */
    default Map<String, RunSpec> runs() {
        return Map.of();
    }

    /**
     * {@return the support vector machines needed, by name; equal names among the reproductions stand for equal ones}
     */
    default Map<String, SvmSpec> svms() {
        return Map.of();
    }

    /** {@return the published curves and how ours must agree with them; none for runs that the book does not have} */
    default List<PublishedSeries> series() {
        return List.of();
    }

    /**
     * What to draw, for figures that show the published curves and ours.
     *
     * @param compared every curve of {@link #series()} with ours; with {@code --quick} ours are shorter than the book's
     * @return the figures, their ids unique
     */
    default List<Picture> figures(CurveComparisons compared) {
        return List.of();
    }

    /**
     * What to draw, for figures that show more of the runs than curves with a published counterpart.
     *
     * @param compared as above
     * @param runs the finished runs by name, at least those of {@link #runs()}; with {@code --quick} they are shorter
     * @return the figures, their ids unique
     */
    default List<Picture> figures(CurveComparisons compared, Map<String, FinishedRun> runs) {
        return figures(compared);
    }
}
