/** Pages over HTTP. */
@NullMarked
package org.secondperiod.desk.pages.http;

import org.jspecify.annotations.NullMarked;
