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
    void an_unknown_verb_gets_the_help_and_exit_code_2() {
        int code = sp.execute("frobnicate");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("frobnicate").contains("./sp demo");
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
