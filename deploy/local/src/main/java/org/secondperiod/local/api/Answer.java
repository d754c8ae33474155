package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param body JSON; a missing node when it was empty
 * @param location the {@code Location} header
 */
public record Answer(int status, JsonNode body, Optional<String> location) {}
