import java.util.Locale;
import java.util.Random;

/** Writes spirals.csv: three arms of 200 points each, with noise. Run: java Spirals.java > spirals.csv */
final class Spirals {
    public static void main(String[] arguments) {
        Random random = new Random(1);
        System.out.print("x,y,arm\n");
        for (int point = 0; point < 600; point++) {
            int arm = point % 3;
            double radius = 0.1 + 0.9 * (point / 3) / 199;
            double angle = 2 * Math.PI * arm / 3 + 5 * radius + 0.45 * random.nextGaussian();
            System.out.printf(
                    Locale.ROOT,
                    "%.4f,%.4f,%s\n",
                    radius * StrictMath.cos(angle),
                    radius * StrictMath.sin(angle),
                    new String[] {"red", "green", "blue"}[arm]);
        }
    }
}
