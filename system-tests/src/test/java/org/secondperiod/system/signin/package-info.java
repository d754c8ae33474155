/** Signing in with a real Keycloak, set up as districts are told to, before the services as they are run. */
@NullMarked
package org.secondperiod.system.signin;

import org.jspecify.annotations.NullMarked;
