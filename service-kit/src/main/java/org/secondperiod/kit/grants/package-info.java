/** What people may do, as grants say: read from {@code access.grants.v1} into a table of each service, and looked up for each request. */
@NullMarked
package org.secondperiod.kit.grants;

import org.jspecify.annotations.NullMarked;
