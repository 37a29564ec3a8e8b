import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A small convolutional network in the manner of LeNet, with batch normalisation, Adam and l2; prints its configuration.
 *
 * <pre>
 * java -cp "reproductions/target/tailoff/lib/*" docs/examples/lenet/Lenet.java > docs/examples/lenet/lenet.json
 * </pre>
 */
final class Lenet {
    private static final double L2 = 1e-4;

    private Lenet() {}

    public static void main(String[] args) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Adam(1e-3))
                .weightInit(WeightInit.XAVIER)
                .list(
                        convolution(20),
                        new BatchNormalization.Builder().build(),
                        pool(),
                        convolution(50),
                        new BatchNormalization.Builder().build(),
                        pool(),
                        new DenseLayer.Builder().nOut(500).activation(Activation.RELU).l2(L2).build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(10)
                                .activation(Activation.SOFTMAX)
                                .l2(L2)
                                .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build();
        System.out.println(configuration.toJson());
    }

    /** On the layer: what is set on a whole network DL4J applies twice (docs/recording.md). */
    private static ConvolutionLayer convolution(int channels) {
        return new ConvolutionLayer.Builder(5, 5)
                .nOut(channels)
                .activation(Activation.RELU)
                .l2(L2)
                .build();
    }

    private static SubsamplingLayer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }
}
