package org.tailoff.reproductions.argument.thread;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;
import org.tailoff.verify.NamedNumbers;

/**
 * A3-2's table: what weights of the size N_w^k cost, as the thread has it and as eq. 85 has it; lambda = 5, n = 50,000.
 */
final class RegularisationTable {
    static final double LAMBDA = 5;
    static final int IMAGES = 50_000;

    static final Prediction AS_STATED =
            Prediction.near("regularisation cost at k = 0", 2.5, 0.05, "the two digits of the statement");

    /** From left to right. */
    private static final double[] EXPONENTS = {-0.5, -0.25, 0, 0.5, 1};

    private RegularisationTable() {}

    /** (lambda/2) n^(2k), the thread's. */
    static double stated(double n, double k) {
        return LAMBDA / 2 * StrictMath.pow(n, 2 * k);
    }

    /** (lambda/2n) N_w w^2 with w = N_w^k, eq. 85. */
    static double right(double weights, double k) {
        return LAMBDA / (2 * IMAGES) * StrictMath.pow(weights, 1 + 2 * k);
    }

    static Map<String, Double> details(double weights) {
        NamedNumbers details = new NamedNumbers().add("N_w", weights).add("n", IMAGES);
        for (double k : EXPONENTS) {
            details.add("as stated, k = " + k, stated(IMAGES, k)).add("right, k = " + k, right(weights, k));
        }
        return details.asMap();
    }

    /** The table for two networks. */
    static Figure figure(double weights30, double weights100) {
        return new Figure(
                "a3_2_regularisation_cost",
                "Regularisation cost of weights of size N_w^k, lambda = 5, n = 50,000",
                new Frame(Axis.linear("k", -0.5, 1), Axis.logarithmic("regularisation cost", 1e-5, 1e11), true),
                Legend.UPPER_LEFT,
                List.of(
                        line("the thread: (lambda/2) n^2k", Colour.VERMILION, k -> stated(IMAGES, k)),
                        line("784-30-10: (lambda/2n) N_w^(1+2k)", Colour.BLUE, k -> right(weights30, k)),
                        line("784-100-10", Colour.GREEN, k -> right(weights100, k))));
    }

    private static Line line(String name, Colour colour, DoubleUnaryOperator cost) {
        double[] costs = Arrays.stream(EXPONENTS).map(cost).toArray();
        return new Line.Curve(name, colour, Stroke.SOLID_WITH_DOTS, Points.of(EXPONENTS, costs));
    }
}
