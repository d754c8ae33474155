package org.secondperiod.outreach.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that people read holds the tables that the tests run. {@code -Dupdate} writes them into it. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final String END = "<!-- end -->";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whereabouts-examples",
                "task-examples",
                "priority-examples",
                "said-examples",
                "call-examples",
                "told-before-examples",
                "promise-examples",
                "escalation-examples"
            })
    void thePageHoldsTheTable(String name) throws IOException {
        String table = ExampleTable.of(name + ".csv").markdown();

        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, withTable(Files.readString(PAGE), name, table));
        }

        assertThat(tableIn(Files.readString(PAGE), name))
                .as("docs/rules.md differs from %s.csv; -Dupdate writes it anew", name)
                .isEqualTo(table);
    }

    private static String tableIn(String page, String name) {
        return page.substring(start(page, name), page.indexOf(END, start(page, name)));
    }

    private static String withTable(String page, String name, String table) {
        return page.substring(0, start(page, name)) + table + page.substring(page.indexOf(END, start(page, name)));
    }

    private static int start(String page, String name) {
        String marker = "<!-- " + name + " -->\n";
        assertThat(page).contains(marker);
        return page.indexOf(marker) + marker.length();
    }
}
