package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The function a layer applies to its weighted inputs z. */
public enum Activation {
    /** 1 / (1 + exp(-z)); book eq. 3. */
    @JsonProperty("sigmoid")
    SIGMOID,
    /** The hyperbolic tangent of z; book eq. 109. */
    @JsonProperty("tanh")
    TANH,
    /** max(0, z), with derivative 0 at z = 0; book section 3.6. */
    @JsonProperty("relu")
    RELU,
    /** exp(z_j) / sum_k exp(z_k), for output layers alone; book eq. 78. */
    @JsonProperty("softmax")
    SOFTMAX
}
