package org.secondperiod.entry.badges;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.putBadge;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BadgesQuarkusTest {

    @Test
    void claimsFormTheBadgesHistoryAndOneIsCorrectedByItsStart() {
        // Given a badge that was Ana's and is Ben's
        String badge = id("B");
        putBadge(badge, "{\"studentId\":\"ANA\",\"validTo\":\"2026-09-20T00:00:00-04:00\"}")
                .statusCode(200);
        putBadge(badge, "{\"studentId\":\"BEN\",\"validFrom\":\"2026-09-25T00:00:00-04:00\"}")
                .statusCode(200);

        // When the second claim turns out to be Cem's
        putBadge(badge, "{\"studentId\":\"CEM\",\"validFrom\":\"2026-09-25T00:00:00-04:00\"}")
                .statusCode(200);

        // Then the first stays
        doors().get("/v1/badges/" + badge)
                .then()
                .statusCode(200)
                .body("claims.studentId", contains("CEM", "ANA"))
                .body("claims[0].validFrom", equalTo("2026-09-25T04:00:00Z"))
                .body("claims[0].validTo", nullValue())
                .body("claims[1].validTo", equalTo("2026-09-20T04:00:00Z"));
    }

    @Test
    void claimsOfTwoStudentsForTheSameTimeAreListedWithTheOneThatWins() {
        // Given a badge that two students claim, and one that changed hands cleanly
        String disputed = id("B");
        putBadge(disputed, "{\"studentId\":\"ANA\",\"validFrom\":\"2026-09-01T00:00:00-04:00\"}")
                .statusCode(200);
        putBadge(disputed, "{\"studentId\":\"BEN\",\"validFrom\":\"2026-09-25T00:00:00-04:00\"}")
                .statusCode(200);
        String clean = id("B");
        putBadge(clean, "{\"studentId\":\"ANA\",\"validTo\":\"2026-09-25T00:00:00-04:00\"}")
                .statusCode(200);
        putBadge(clean, "{\"studentId\":\"BEN\",\"validFrom\":\"2026-09-25T00:00:00-04:00\"}")
                .statusCode(200);

        doors().get("/v1/badges/conflicts")
                .then()
                .statusCode(200)
                .body("items.findAll { it.wins.badge == '" + disputed + "' }", hasSize(1))
                .body("items.find { it.wins.badge == '" + disputed + "' }.wins.studentId", equalTo("BEN"))
                .body("items.find { it.wins.badge == '" + disputed + "' }.loses.studentId", equalTo("ANA"))
                .body("items.find { it.wins.badge == '" + disputed + "' }.from", equalTo("2026-09-25T04:00:00Z"))
                .body("items.findAll { it.wins.badge == '" + clean + "' }", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|studentId",
                "{\"studentId\":\"no id\"}|studentId",
                "{\"studentId\":\"S\",\"validFrom\":\"2026-09-25\"}|validFrom",
                "{\"studentId\":\"S\",\"validFrom\":\"2026-09-25T00:00:00Z\",\"validTo\":\"2026-09-25T00:00:00Z\"}|validTo"
            })
    void aClaimThatIsWrongNamesTheField(String json, String field) {
        putBadge(id("B"), json)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(containsString(field)));
    }

    @Test
    void aBadgeThatNobodyClaimsIsNotFound() {
        doors().get("/v1/badges/" + id("B")).then().statusCode(404);
        putBadge("B%2F1", "{\"studentId\":\"S\"}").statusCode(422);
    }
}
