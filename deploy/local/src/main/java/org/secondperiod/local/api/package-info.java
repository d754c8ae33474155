/**
 * A client of the services' public REST APIs, signed in as one of the issuer's people or systems.
 */
@NullMarked
package org.secondperiod.local.api;

import org.jspecify.annotations.NullMarked;
