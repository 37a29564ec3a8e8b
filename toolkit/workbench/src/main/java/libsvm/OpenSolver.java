package libsvm;

import java.util.Arrays;

/**
 * libsvm's solver of a support vector machine's dual problem, with kernel values that somebody else works out.
 *
 * <p>It minimises a^T Q a / 2 - sum_i a_i over 0 &lt;= a_i &lt;= C with sum_i y_i a_i = 0, where Q_ij = y_i y_j K(x_i,
 * x_j) for labels y of -1 and 1: C-SVC as {@code svm.svm_train} has it, shrinking included. {@code Solver} and
 * {@code QMatrix} are libsvm's own classes, as they are; they let no other package in.
 */
@SuppressWarnings("auxiliaryclass") // libsvm has all its classes in one source file
public final class OpenSolver {
    private OpenSolver() {}

    /** The matrix Q of a problem. */
    public interface KernelRows {
        /**
         * A row of Q.
         *
         * @param i the row, in the solver's present order
         * @param length how many elements are asked for
         * @param gradient of the dual problem by each a_i, in the solver's present order: of those that are still 0,
         *     the ones with a small gradient are likely to be asked for soon
         * @return Q_i0, ..., Q_i(length - 1) and perhaps more; must not change before the second call after this one
         */
        float[] row(int i, int length, double[] gradient);

        /**
         * The diagonal of Q.
         *
         * @return Q_ii in the solver's present order; follows every {@link #swap}
         */
        double[] diagonal();

        /**
         * Changes the order: what was i is called j from now on, and the reverse, in rows and columns.
         *
         * @param i one index
         * @param j the other
         */
        void swap(int i, int j);
    }

    /**
     * A solved problem.
     *
     * @param weights y_i a_i, in the order in which the problem was put
     * @param offset what is subtracted from a decision value, sum_i y_i a_i K(x_i, x) (libsvm's {@code rho})
     */
    public record Solution(double[] weights, double offset) {}

    /**
     * Solves a problem.
     *
     * @param rows the matrix
     * @param labels y, each -1 or 1
     * @param cost C, greater than 0
     * @param tolerance how far from the optimum the solver stops (libsvm's {@code eps})
     * @return the solution
     */
    public static Solution solve(KernelRows rows, byte[] labels, double cost, double tolerance) {
        Solver solver = new Solver();
        QMatrix matrix = new QMatrix() {
            @Override
            float[] get_Q(int column, int len) {
                return rows.row(column, len, solver.G);
            }

            @Override
            double[] get_QD() {
                return rows.diagonal();
            }

            @Override
            void swap_index(int i, int j) {
                rows.swap(i, j);
            }
        };
        double[] linear = new double[labels.length];
        Arrays.fill(linear, -1);
        double[] weights = new double[labels.length];
        Solver.SolutionInfo info = new Solver.SolutionInfo();
        solver.Solve(labels.length, matrix, linear, labels, weights, cost, cost, tolerance, info, 1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= labels[i];
        }
        return new Solution(weights, info.rho);
    }
}
