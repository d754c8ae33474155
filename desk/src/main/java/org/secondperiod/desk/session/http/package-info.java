/** What is answered where the sign-in itself does not work. */
@NullMarked
package org.secondperiod.desk.session.http;

import org.jspecify.annotations.NullMarked;
