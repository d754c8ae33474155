package org.secondperiod.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, ENGLISH",
                "es, -, SPANISH",
                "ar, en-US, ARABIC",
                "-, 'es-MX,es;q=0.9,en;q=0.5', SPANISH",
                "-, 'fr-FR,ar;q=0.3', ARABIC",
                "-, 'fr-FR,de', ENGLISH",
                "xx, 'es', SPANISH",
                "'\"><script>', 'not a ;; header', ENGLISH"
            })
    void theLanguageIsTheChosenOneOrElseTheBrowsers(
            @Nullable String chosen, @Nullable String accepted, Language language) {
        assertThat(Language.of(chosen, accepted)).isEqualTo(language);
    }

    @Test
    void thePageSaysItsLanguageAndDirectionAndHoldsNoScriptOfItsOwn() {
        var html = new Shell("/static/bundle/app-1.js", "/static/bundle/app-1.css").html(Language.ARABIC, Colours.DARK);

        assertThat(html)
                .contains("<html lang=\"ar\" dir=\"rtl\" data-colours=\"dark\">")
                .contains("src=\"/static/bundle/app-1.js\"")
                .contains("href=\"/static/bundle/app-1.css\"")
                .doesNotContain("<style", "style=\"", "onclick");
        assertThat(html.split("<script", -1)).hasSize(2);
    }

    @Test
    void coloursAreTheDevicesUntilSomebodyChooses() {
        assertThat(Colours.of(null)).isEqualTo(Colours.AUTO);
        assertThat(Colours.of("dark")).isEqualTo(Colours.DARK);
        assertThat(Colours.of("\"><script>")).isEqualTo(Colours.AUTO);
    }
}
