package org.tailoff.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.data.LabelledExamples;
import org.tailoff.random.Shuffle;

/**
 * In which form a network takes its examples.
 *
 * @param kind how the numbers of an example are arranged
 * @param shape the example's own: channels, height and width of an image, the number of columns of a row
 */
record InputForm(Kind kind, List<Integer> shape) {
    /** How the numbers of an example are arranged. */
    enum Kind {
        /** One after another, [n, inputs]: dense layers, and those with a pre-processor that makes images of them. */
        FLAT,
        /** As an image, [n, channels, height, width]: convolutions. */
        IMAGE,
        /** As a sequence of the rows of an image, from the top, [n, width, height]: recurrent layers. */
        ROWS
    }

    /** Numbers one after another, of whatever they are. */
    static final InputForm FLAT = new InputForm(Kind.FLAT, List.of());

    /** The activations of so many in a small convolutional network take some ten megabytes. */
    private static final int SAMPLE = 250;

    private static final int IMAGE_DIMENSIONS = 3;

    /**
     * The first form that a network takes, found by passing an example through it.
     *
     * @param network an initialised network
     * @param examples what it is to be trained on
     * @return the form
     * @throws IllegalArgumentException if it takes none of them, or gives out another shape than the labels have; one
     *     line that names the layer and both shapes
     */
    static InputForm of(MultiLayerNetwork network, LabelledExamples examples) {
        List<String> refused = new ArrayList<>();
        for (InputForm form : candidates(network, examples)) {
            FirstPass pass = FirstPass.of(network, form.arrange(example(network, examples)));
            if (pass.isThrough()) {
                requireOutputs(network, pass, examples);
                return form;
            }
            if (pass.layer() > 0) {
                throw new IllegalArgumentException(pass.refusal());
            }
            refused.add(pass.refusal());
        }
        throw new IllegalArgumentException(refused.get(0));
    }

    private static List<InputForm> candidates(MultiLayerNetwork network, LabelledExamples examples) {
        List<Integer> shape = examples.shape();
        InputPreProcessor first = network.getLayerWiseConfigurations().getInputPreProcess(0);
        if (shape.size() < IMAGE_DIMENSIONS || first instanceof FeedForwardToCnnPreProcessor) {
            return List.of(FLAT);
        }
        List<InputForm> forms = new ArrayList<>(List.of(FLAT, new InputForm(Kind.IMAGE, shape)));
        if (shape.get(0) == 1) {
            forms.add(new InputForm(Kind.ROWS, shape));
        }
        return forms;
    }

    private static INDArray example(MultiLayerNetwork network, LabelledExamples examples) {
        double[] values = new double[examples.inputs()];
        examples.copyInputs(0, values, 0);
        return Nd4j.createFromArray(new double[][] {values})
                .castTo(network.params().dataType());
    }

    private static void requireOutputs(MultiLayerNetwork network, FirstPass pass, LabelledExamples examples) {
        long[] wanted = {1, examples.outputs()};
        if (!Arrays.equals(pass.shape(), wanted)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "layer %d (%s) must give out [n, %d] for %s, gives %s",
                    network.getnLayers() - 1,
                    FirstPass.type(network, network.getnLayers() - 1),
                    examples.outputs(),
                    examples.form(),
                    FirstPass.inWords(pass.shape())));
        }
    }

    /** The first training examples, {@value #SAMPLE} at most, as the network takes them. */
    INDArray sample(MultiLayerNetwork network, LabelledExamples examples) {
        LabelledExamples first = examples.first(Math.min(SAMPLE, examples.count()));
        return new MiniBatches(
                        first,
                        Shuffle.identity(first.count()),
                        SAMPLE,
                        this,
                        network.params().dataType())
                .next()
                .getFeatures();
    }

    /**
     * Arranges examples.
     *
     * @param flat [n, inputs] in C order
     * @return the same memory in this form
     */
    INDArray arrange(INDArray flat) {
        long n = flat.size(0);
        return switch (kind) {
            case FLAT -> flat;
            case IMAGE -> flat.reshape('c', n, shape.get(0), shape.get(1), shape.get(2));
            case ROWS -> flat.reshape('c', n, shape.get(1), shape.get(2)).permute(0, 2, 1);
        };
    }
}
