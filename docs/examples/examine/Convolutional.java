import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A small convolutional network with batch normalisation, under Adam with l2; prints its configuration.
 *
 * <pre>
 * java -cp "reproductions/target/tailoff/lib/*" Convolutional.java LEARNING_RATE L2 > convolutional.json
 * </pre>
 */
final class Convolutional {
    private Convolutional() {}

    public static void main(String[] args) {
        double rate = Double.parseDouble(args[0]);
        double l2 = Double.parseDouble(args[1]);
        System.out.println(new NeuralNetConfiguration.Builder()
                .updater(new Adam(rate))
                .list(
                        new ConvolutionLayer.Builder(5, 5)
                                .nOut(8)
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .l2(l2)
                                .build(),
                        new BatchNormalization.Builder().build(),
                        new ActivationLayer(Activation.RELU),
                        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(2, 2)
                                .stride(2, 2)
                                .build(),
                        new DenseLayer.Builder()
                                .nOut(50)
                                .activation(Activation.RELU)
                                .l2(l2)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(10)
                                .activation(Activation.SOFTMAX)
                                .l2(l2)
                                .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build()
                .toJson());
    }
}
