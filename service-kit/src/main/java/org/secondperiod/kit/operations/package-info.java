/** What a service can be asked: the methods of its resources, by address and by name. */
@NullMarked
package org.secondperiod.kit.operations;

import org.jspecify.annotations.NullMarked;
