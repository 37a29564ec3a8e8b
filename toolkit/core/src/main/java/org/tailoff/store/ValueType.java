package org.tailoff.store;

/** The floating-point type in which the values of iterations are kept. */
public enum ValueType {
    /** 64 bits: values come back bit for bit. */
    DOUBLE,
    /** 32 bits: values are rounded to the nearest float; for networks trained in single precision. */
    FLOAT
}
