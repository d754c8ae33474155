/** The reference district front end. So far it says what the installation is and where its APIs are described. */
@NullMarked
package org.secondperiod.desk;

import org.jspecify.annotations.NullMarked;
