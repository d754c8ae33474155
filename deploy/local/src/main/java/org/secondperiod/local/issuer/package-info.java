/**
 * The local OpenID Connect issuer: a handful of named people and systems, each with what
 * one readable file gives them. For this machine only: it asks nobody for a password.
 */
@NullMarked
package org.secondperiod.local.issuer;

import org.jspecify.annotations.NullMarked;
