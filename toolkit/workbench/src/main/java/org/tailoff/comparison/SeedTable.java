package org.tailoff.comparison;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;

/** Every number behind a comparison as one row, for R or pandas. */
public final class SeedTable {
    private static final String HEADER = "initialiser,weight_decay,seed,epoch,set,accuracy,cost";

    private SeedTable() {}

    /**
     * The scores of every run after every measured epoch.
     *
     * @param results the runs of a comparison
     * @return CSV with a header; accuracy is a fraction in [0, 1], cost the mean data cost of the set
     */
    public static String csv(ComparisonRuns results) {
        StringJoiner lines = new StringJoiner("\n", HEADER + "\n", "\n");
        results.outcomes().forEach((arm, outcome) -> {
            List<List<EpochRecord>> seeds = outcome.seeds();
            for (int seed = 1; seed <= seeds.size(); seed++) {
                for (EpochRecord epoch : seeds.get(seed - 1)) {
                    SetScore score = outcome.score(epoch);
                    lines.add(String.format(
                            Locale.ROOT,
                            "\"%s\",%s,%d,%d,%s,%s,%s",
                            arm.initialiser().replace("\"", "\"\""),
                            arm.decay(),
                            seed,
                            epoch.epoch(),
                            score.set(),
                            score.accuracy(),
                            score.cost().data()));
                }
            }
        });
        return lines.toString();
    }
}
