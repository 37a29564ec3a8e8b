package org.tailoff.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Numbers;
import org.tailoff.examine.Decay;
import org.tailoff.examine.EpochDominance;
import org.tailoff.examine.NormBalance;
import org.tailoff.examine.RunExamination;
import org.tailoff.examine.Settlement;
import org.tailoff.examine.TensorExamination;

/** What was found of a run: a table with a row for each tensor of weights, then sentences. */
public final class ExaminationTable {
    /** What cannot be told. */
    private static final String UNKNOWN = "?";

    private static final String LEGEND =
            "half-life and settled in epochs; rho, D/R, rate: the worst of the first epochs;"
                    + " step: over the norm; ?: cannot tell";

    private static final String INDENT = "  ";

    /** Sentences have four digits. */
    private static final MathContext DIGITS = new MathContext(2);

    private final RunExamination run;
    private final int width;

    /**
     * Of a run.
     *
     * @param run what was found
     * @param width how many characters a line has
     */
    public ExaminationTable(RunExamination run, int width) {
        this.run = run;
        this.width = width;
    }

    @Override
    public String toString() {
        Table table = new Table(
                "tensor", "half-life", "rho", "D/R", "rate", "settled", "rms", "across", "along", "step", "ails");
        run.tensors().forEach(tensor -> table.row(row(tensor)));
        List<String> lines = new ArrayList<>(List.of(run.run(), table.toString(), wrapped(LEGEND, "")));
        for (TensorExamination tensor : run.tensors()) {
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT, "%s (%s): %,d weights", tensor.tensor(), tensor.title(), tensor.weights()));
            tensor.sentences().forEach(sentence -> lines.add(wrapped(sentence, "- ")));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String[] row(TensorExamination tensor) {
        Optional<EpochDominance> worst = tensor.dominance().known().map(known -> known.worst());
        Optional<Settlement> end = tensor.settlement().known();
        Optional<NormBalance> balance = tensor.balance().known();
        boolean decays = !(tensor.decay() instanceof Decay.Nothing);
        String absent = decays ? UNKNOWN : "-";
        return new String[] {
            tensor.tensor(),
            decays
                    ? tensor.decay()
                            .asLaw()
                            .known()
                            .map(DecayLaw::halfLife)
                            .map(ExaminationTable::text)
                            .orElse(UNKNOWN)
                    : "none",
            worst.map(EpochDominance::force).map(ExaminationTable::text).orElse(absent),
            worst.map(EpochDominance::displacement).map(ExaminationTable::text).orElse(absent),
            worst.map(EpochDominance::rate).map(ExaminationTable::text).orElse(absent),
            end.map(ExaminationTable::settled).orElse(absent),
            end.map(Settlement::rms).map(ExaminationTable::text).orElse(absent),
            balance.map(NormBalance::across).map(ExaminationTable::text).orElse(absent),
            balance.map(NormBalance::along).map(ExaminationTable::text).orElse(absent),
            text(tensor.steps().last()),
            tensor.ailments().stream()
                    .map(ailment -> ailment.kind().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))
        };
    }

    private static String settled(Settlement end) {
        if (!end.settled()) {
            return "no";
        }
        return end.epoch().isPresent() ? Integer.toString(end.epoch().getAsInt()) : "yes";
    }

    private static String text(double value) {
        return Double.isFinite(value)
                ? Numbers.text(new BigDecimal(value).round(DIGITS).doubleValue())
                : UNKNOWN;
    }

    /** Broken at spaces into lines, the later ones indented. */
    private String wrapped(String sentence, String begin) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(begin);
        String gap = "";
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + gap.length() + word.length() > width) {
                lines.append(line).append(System.lineSeparator());
                line = new StringBuilder(INDENT);
                gap = "";
            }
            line.append(gap).append(word);
            gap = " ";
        }
        return lines.append(line).toString();
    }
}
