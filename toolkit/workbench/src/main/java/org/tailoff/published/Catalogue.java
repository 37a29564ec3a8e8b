package org.tailoff.published;

import java.util.List;

/** The reproductions of a book, in its order. */
public interface Catalogue {
    /**
     * The reproductions.
     *
     * @param seeds how many draws are made of a session without a seed
     * @return one per group of figures or numbers, their ids unique
     */
    List<Reproduction> reproductions(Seeds seeds);
}
