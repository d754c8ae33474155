/** What another site may make a browser ask of the desk: nothing that changes or tells anything. */
@NullMarked
package org.secondperiod.desk.guard;

import org.jspecify.annotations.NullMarked;
