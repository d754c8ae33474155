package org.secondperiod.outreach.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be said on the phone. */
class ScriptRulesTest {

    @Test
    void whatComesWithTheServiceHoldsItsOwnRules() {
        assertThat(UsualScripts.all()).hasSize(UsualScripts.LANGUAGES.size() * ScriptKind.values().length);
        for (Script script : UsualScripts.all()) {
            assertThat(ScriptRules.fault(script.language(), script.kind(), script.text()))
                    .as("%s in %s", script.kind(), script.language())
                    .isNull();
            script.kind()
                    .fillIns()
                    .forEach(word -> assertThat(script.text())
                            .as("%s in %s", script.kind(), script.language())
                            .contains("{" + word + "}"));
        }
    }

    @Test
    void whatComesWithTheServiceNamesNoChildBeforeItIsKnownWhoIsOnTheLine() {
        UsualScripts.all().stream()
                .filter(script -> script.kind() != ScriptKind.VOICEMAIL)
                .forEach(script -> {
                    var steps = script.text().lines().toList();
                    String whom = script.kind().fillIns().contains("contact") ? "{contact}" : "{student}";
                    assertThat(steps)
                            .as("%s in %s", script.kind(), script.language())
                            .hasSize(2);
                    assertThat(steps.getFirst())
                            .as("%s in %s", script.kind(), script.language())
                            .contains("{school}", whom);
                });
    }

    @Test
    void aLineBreakIsWhereOneHasLearntWhoIsOnTheLine() {
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "Is that {contact}?\nWe missed {student}."))
                .isNull();
        assertThat(ScriptRules.fault(
                        "en", ScriptKind.ABSENT, "Is that {contact}? It is about {student}.\nHow can we help?"))
                .contains("before the line break");
        assertThat(ScriptRules.fault("en", ScriptKind.TO_STUDENT, "Is that {student}?\nWe missed you."))
                .isNull();
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "One.\nTwo.\nThree."))
                .contains("one line break");
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "One.\n \nTwo.")).contains("one line break");
        assertThat(ScriptRules.fault("en", ScriptKind.VOICEMAIL, "This is {school}.\nPlease call."))
                .contains("in one piece");
    }

    @Test
    void aVoicemailTellsNothingButWhomToCall() {
        assertThat(ScriptRules.fault("en", ScriptKind.VOICEMAIL, "This is {school}. Please call the school."))
                .isNull();
        assertThat(ScriptRules.fault("en", ScriptKind.VOICEMAIL, "{student} is not in school."))
                .contains("{school}");
    }

    @Test
    void onWeakEvidenceNothingSaysAbsent() {
        assertThat(ScriptRules.fault("en", ScriptKind.ON_THE_WAY, "{student} is Absent today."))
                .contains("weak");
        assertThat(ScriptRules.fault("es", ScriptKind.ON_THE_WAY, "{student} está ausente."))
                .contains("weak");
        assertThat(ScriptRules.fault("fr", ScriptKind.ON_THE_WAY, "{student} est absente."))
                .contains("weak");
        assertThat(ScriptRules.fault("ar", ScriptKind.ON_THE_WAY, "{student} غائب اليوم."))
                .contains("weak");
        assertThat(ScriptRules.fault("zh", ScriptKind.ON_THE_WAY, "{student}今天缺席。"))
                .contains("weak");
        assertThat(ScriptRules.fault("bn", ScriptKind.ON_THE_WAY, "{student} অনুপস্থিত।"))
                .contains("weak");
        assertThat(ScriptRules.fault("ht", ScriptKind.ON_THE_WAY, "{student} absan jodi a."))
                .contains("weak");
        assertThat(ScriptRules.fault("en", ScriptKind.STUDENT_ON_THE_WAY, "{student}, you are absent."))
                .contains("weak");
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "{student} is absent today."))
                .isNull();
    }

    @Test
    void nobodyListensToFourSentences() {
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "One. Two! Three? Four."))
                .contains("3 sentences");
        assertThat(ScriptRules.fault("zh", ScriptKind.ABSENT, "一。二！三？四。")).contains("3 sentences");
        assertThat(ScriptRules.fault("ar", ScriptKind.ABSENT, "واحد. اثنان؟ ثلاثة! أربعة."))
                .contains("3 sentences");
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "One... Two?! Three."))
                .isNull();
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, " ")).contains("characters");
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "x".repeat(601))).contains("characters");
    }

    @Test
    void onlyKnownWordsAreFilledIn() {
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "Hello {mother}."))
                .contains("{contact}");
        assertThat(ScriptRules.fault("en", ScriptKind.ABSENT, "Hello {.")).contains("braces");
        assertThat(ScriptRules.fault("en", ScriptKind.TO_STUDENT, "Hello {contact}."))
                .contains("{student}");
    }

    @Test
    void theDistrictsWordsComeFirstAndALanguageIsKnownByItsFirstPart() {
        Script own = new Script("es", ScriptKind.VOICEMAIL, "Llame a {school}.", false, 3, "moreau", null);
        Scripts scripts = new Scripts(List.of(own));

        assertThat(scripts.in("es-419", ScriptKind.VOICEMAIL)).contains(own);
        assertThat(scripts.in("zh-Hant", ScriptKind.ABSENT)).isPresent();
        assertThat(scripts.in("tlh", ScriptKind.ABSENT)).isEmpty();
        assertThat(scripts.in(null, ScriptKind.ABSENT)).isEmpty();
        assertThat(Scripts.filled(own, Map.of("school", "Bronx Lab"))).isEqualTo("Llame a Bronx Lab.");
        assertThat(scripts.all()).hasSize(UsualScripts.all().size());
    }
}
