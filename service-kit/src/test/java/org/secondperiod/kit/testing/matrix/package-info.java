/** The access matrix: what {@code docs/access.md} says of each endpoint and of everybody, asked of the running service. */
package org.secondperiod.kit.testing.matrix;
