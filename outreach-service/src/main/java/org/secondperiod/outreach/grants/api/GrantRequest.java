package org.secondperiod.outreach.grants.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Role;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.grants.GrantsService.Wanted;

/** What is asked for. */
final class GrantRequest {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_WHY = 500;
    private static final int MOST_SCHOOLS = 2_000;

    private GrantRequest() {}

    /**
     * A new grant.
     *
     * @param subject the person, as the identity provider names them (claim {@code sub})
     * @param role caller, attendance-lead, principal, district-analyst or admin
     * @param schools ids, or {@code *} alone for all of the district
     * @param rights {@code restricted-notes}, or nothing
     * @param expiresAt the end of the school year if it is not given
     */
    @Schema(
            name = "NewGrant",
            requiredProperties = {"subject", "role", "schools", "why"})
    record New(
            @Nullable String subject,

            @Schema(enumeration = {"caller", "attendance-lead", "principal", "district-analyst", "admin"}) @Nullable
            String role,

            @Nullable List<String> schools,
            @Nullable List<String> rights,
            @Nullable OffsetDateTime expiresAt,
            @Nullable String why) {

        /** With all that must be there; refuses (422) what is missing. */
        static New of(@Nullable New given) {
            New request = given == null ? new New(null, null, null, null, null, null) : given;
            new Given()
                    .field("subject", request.subject)
                    .field("role", request.role)
                    .field("schools", request.schools)
                    .field("why", request.why)
                    .orRefuse();
            return request;
        }

        Wanted wanted() {
            return GrantRequest.wanted(schools, rights, expiresAt);
        }
    }

    /** What a grant becomes: all of it, so that what is left out has its default. */
    @Schema(
            name = "GrantChange",
            requiredProperties = {"schools", "why"})
    record Change(
            @Nullable List<String> schools,
            @Nullable List<String> rights,
            @Nullable OffsetDateTime expiresAt,
            @Nullable String why) {

        /** With all that must be there; refuses (422) what is missing. */
        static Change of(@Nullable Change given) {
            Change request = given == null ? new Change(null, null, null, null) : given;
            new Given()
                    .field("schools", request.schools)
                    .field("why", request.why)
                    .orRefuse();
            return request;
        }

        Wanted wanted() {
            return GrantRequest.wanted(schools, rights, expiresAt);
        }
    }

    /** Why a grant is revoked. */
    @Schema(name = "GrantRevocation", requiredProperties = "why")
    record Revocation(@Nullable String why) {}

    static String subject(@Nullable String subject) {
        return text("subject", subject, LONGEST_SUBJECT);
    }

    static String why(@Nullable String why) {
        return text("why", why, LONGEST_WHY);
    }

    static String role(@Nullable String role) {
        return role == null
                ? ""
                : Role.of(role)
                        .orElseThrow(() -> Problems.field(
                                "role", "must be caller, attendance-lead, principal, district-analyst or admin"))
                        .id();
    }

    private static Wanted wanted(
            @Nullable List<String> schools, @Nullable List<String> rights, @Nullable OffsetDateTime expiresAt) {
        return new Wanted(schools(schools), rights(rights), expiresAt == null ? null : expiresAt.toInstant());
    }

    private static Schools schools(@Nullable List<String> schools) {
        if (schools == null || schools.isEmpty() || schools.size() > MOST_SCHOOLS) {
            throw Problems.field("schools", "names 1 to %,d schools, or * alone".formatted(MOST_SCHOOLS));
        }
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < schools.size(); i++) {
            String id = schools.get(i);
            boolean every = Schools.EVERY.equals(id) && schools.size() == 1;
            if (id == null || !(every || Ids.isId(id))) {
                throw Problems.field("schools[" + i + "]", "must be the id of a school, or * alone");
            }
            ids.add(id);
        }
        return Schools.of(ids);
    }

    private static Set<String> rights(@Nullable List<String> rights) {
        Set<String> known = new TreeSet<>();
        for (String right : rights == null ? List.<String>of() : rights) {
            if (!Grant.RESTRICTED_NOTES.equals(right)) {
                throw Problems.field("rights", "may hold " + Grant.RESTRICTED_NOTES + " and nothing else");
            }
            known.add(right);
        }
        return known;
    }

    private static String text(String field, @Nullable String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw Problems.field(field, "has 1 to " + longest + " characters");
        }
        return stripped;
    }
}
