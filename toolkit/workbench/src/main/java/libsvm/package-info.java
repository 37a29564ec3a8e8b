/**
 * A door into libsvm, whose solver can be reached from its own package alone: {@code reproductions.machine -> libsvm}.
 */
package libsvm;
