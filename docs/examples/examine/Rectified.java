import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A deep network of rectified linear units under AdamW: Adam, and a weight decay that does not go through it; prints its
 * configuration.
 *
 * <pre>
 * java -cp "reproductions/target/tailoff/lib/*" Rectified.java LEARNING_RATE DECAY > rectified.json
 * </pre>
 */
final class Rectified {
    private Rectified() {}

    public static void main(String[] args) {
        double rate = Double.parseDouble(args[0]);
        double decay = Double.parseDouble(args[1]);
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().updater(new Adam(rate)).list();
        int inputs = 784;
        for (int layer = 0; layer < 5; layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(inputs)
                    .nOut(50)
                    .activation(Activation.RELU)
                    .weightDecay(decay, true)
                    .build());
            inputs = 50;
        }
        System.out.println(layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(inputs)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .weightDecay(decay, true)
                        .build())
                .build()
                .toJson());
    }
}
