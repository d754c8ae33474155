/** Container images of the services: layered, for a user who is not root and a file system that is only read. */
@NullMarked
package org.secondperiod.images;

import org.jspecify.annotations.NullMarked;
