/** Call tasks as they stand, and every step of their lives. A task's row is guarded by the lock on its whereabouts row. */
@NullMarked
package org.secondperiod.outreach.tasks.db;

import org.jspecify.annotations.NullMarked;
