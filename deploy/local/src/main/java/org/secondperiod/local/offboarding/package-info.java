/**
 * The end of the district of this stack: ordered from its services, its keys destroyed, shown by trying what lies there, and certified.
 * What is found encrypted is found and tried by code that shares nothing with the services.
 */
@NullMarked
package org.secondperiod.local.offboarding;

import org.jspecify.annotations.NullMarked;
