package org.secondperiod.outreach.languages;

import java.util.List;

/**
 * What a call met: a language that the caller did not speak.
 *
 * @param spokenBy who of those who call at the school has said that they speak it; nobody: call with an interpreter
 */
public record Barrier(String language, List<String> spokenBy) {}
