package org.secondperiod.local.district;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be called.
 *
 * @param phone as the school's office typed it: some are short, some are wrong, some are missing
 */
public record Guardian(
        String id,
        String givenName,
        String familyName,
        String relation,
        @Nullable String phone) {}
