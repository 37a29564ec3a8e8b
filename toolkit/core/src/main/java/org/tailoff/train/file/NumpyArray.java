package org.tailoff.train.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array as NumPy's file format NPY, version 1.0: magic, length of the header, a header in Python's notation, the
 * elements in column order, little-endian.
 */
final class NumpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The elements start at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private NumpyArray() {}

    /**
     * Writes an array.
     *
     * @param array doubles or floats
     * @throws IllegalArgumentException if it holds another type
     */
    static byte[] write(INDArray array) {
        boolean isDouble = array.dataType() == DataType.DOUBLE;
        if (!isDouble && array.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("parameters must be double or float, were " + array.dataType());
        }
        byte[] header = header(isDouble ? "<f8" : "<f4", array.shape());
        int size = Math.toIntExact(array.length() * (isDouble ? Double.BYTES : Float.BYTES));
        ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length)
                .put(header);
        INDArray columns = array.dup('f');
        if (isDouble) {
            bytes.asDoubleBuffer().put(columns.data().asDouble());
        } else {
            bytes.asFloatBuffer().put(columns.data().asFloat());
        }
        return bytes.array();
    }

    private static byte[] header(String type, long[] shape) {
        String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        String text =
                String.format(Locale.ROOT, "{'descr': '%s', 'fortran_order': True, 'shape': (%s), }", type, sizes);
        int before = MAGIC.length + Short.BYTES;
        int end = (before + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        return (text + " ".repeat(end - before - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
