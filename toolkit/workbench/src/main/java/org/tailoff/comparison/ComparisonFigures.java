package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Picture;

/** What the arms do, epoch by epoch: the mean over the seeds, over a band from the lowest to the highest. */
public final class ComparisonFigures {
    /** Enough to tell apart; more arms go into further figures. */
    private static final List<Colour> COLOURS =
            List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.PURPLE, Colour.VERMILION, Colour.GREY);

    private ComparisonFigures() {}

    /**
     * Draws a comparison.
     *
     * @param results its runs
     * @param result what it has shown
     * @return the figures, for every regime and for every few arms the same ones
     */
    public static List<Picture> of(ComparisonRuns results, ComparisonResult result) {
        List<List<String>> groups =
                groups(results.comparison().initialisers(), result.regimes().get(0));
        List<Picture> pictures = new ArrayList<>();
        for (Standings standings : result.regimes()) {
            for (int i = 0; i < groups.size(); i++) {
                List<ArmFigures.Coloured> arms = coloured(groups.get(i), standings.decay(), results);
                if (!arms.isEmpty()) {
                    String suffix = (standings.decay() ? "" : "-no-decay") + (groups.size() == 1 ? "" : "-" + (i + 1));
                    String regime = standings.heading().toLowerCase(Locale.ROOT);
                    pictures.addAll(new ArmFigures(arms, suffix, regime).all());
                }
            }
        }
        return pictures;
    }

    /** In the order of the comparison if one figure holds them all, otherwise by mean under the first regime. */
    private static List<List<String>> groups(List<String> initialisers, Standings first) {
        List<String> ranked = first.order();
        List<String> order = initialisers.size() <= COLOURS.size()
                ? initialisers
                : Stream.concat(ranked.stream(), initialisers.stream().filter(each -> !ranked.contains(each)))
                        .toList();
        return IntStream.iterate(0, from -> from < order.size(), from -> from + COLOURS.size())
                .mapToObj(from -> order.subList(from, Math.min(order.size(), from + COLOURS.size())))
                .toList();
    }

    /** Those that finished; an initialiser has the same colour under every regime. */
    private static List<ArmFigures.Coloured> coloured(
            List<String> initialisers, boolean decay, ComparisonRuns results) {
        List<ArmFigures.Coloured> arms = new ArrayList<>();
        for (int i = 0; i < initialisers.size(); i++) {
            ArmResult outcome = results.outcomes().get(new Arm(initialisers.get(i), decay));
            if (outcome != null) {
                arms.add(new ArmFigures.Coloured(COLOURS.get(i), outcome));
            }
        }
        return arms;
    }
}
