package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SpTest {

    private final StringWriter err = new StringWriter();
    private final CommandLine sp = Sp.commandLine().setErr(new PrintWriter(err, true));

    @Test
    void an_unknown_verb_is_named_and_the_way_to_the_help_too() {
        int code = sp.execute("frobnicate");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("There is no verb frobnicate. ./sp help lists the verbs.");
    }

    @Test
    void a_mistyped_verb_is_guessed() {
        int code = sp.execute("strat");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean").contains("start");
    }

    @Test
    void a_day_in_another_form_is_told_how_a_day_is_written() {
        int code = sp.execute("explain", "904272681", "24.11.2026");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("written like 2026-10-14");
    }

    @Test
    void a_verb_that_misses_something_gets_its_own_help() {
        int code = sp.execute("simulate", "file.csv");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--day");
    }

    @Test
    void the_help_page_names_every_verb() {
        assertThat(sp.getSubcommands().keySet().stream().filter(verb -> !verb.equals("help")))
                .allSatisfy(verb -> assertThat(Sp.help()).contains("./sp " + verb));
    }
}
