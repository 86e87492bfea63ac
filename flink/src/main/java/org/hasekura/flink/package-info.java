/**
 * Ensembles of shocks and the index of all firms as jobs of Apache Flink: the same library as the commands use, on as many
 * machines as there are. The work is cut into pieces that depend on nothing but their number, so that a piece lost with a
 * worker is calculated again, and the result is the same to the last bit.
 */
@NullMarked
package org.hasekura.flink;

import org.jspecify.annotations.NullMarked;
