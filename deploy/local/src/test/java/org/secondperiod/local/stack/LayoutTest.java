package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @Test
    void without_settings_ports_are_the_usual_ones_and_state_is_in_the_checkout() {
        Layout layout = Layout.from(Map.of("SP_HOME", "/a/checkout"));

        assertThat(layout.state()).isEqualTo(Path.of("/a/checkout/.sp"));
        assertThat(layout.port(Part.DESK)).isEqualTo(8080);
        assertThat(layout.url(Part.OUTREACH)).isEqualTo("http://localhost:8083/outreach");
        assertThat(layout.issuerUrl()).isEqualTo("http://localhost:8090/district");
        assertThat(layout.jdbcUrl("ingest")).isEqualTo("jdbc:postgresql://localhost:15432/ingest");
    }

    @Test
    void the_offset_moves_every_port() {
        Layout layout = Layout.from(Map.of("SP_HOME", "/a", "SP_PORT_OFFSET", "100"));

        assertThat(layout.port(Part.POSTGRES)).isEqualTo(15532);
        assertThat(layout.bootstrapServers()).isEqualTo("localhost:9192");
        assertThat(layout.url(Part.INGEST)).isEqualTo("http://localhost:8181/ingest");
    }

    @Test
    void a_second_stack_beside_it_shares_neither_ports_nor_state() {
        Layout usual = Layout.from(Map.of("SP_HOME", "/a", "SP_STATE", "/elsewhere"));

        Layout second = usual.beside("simulation", 1000);

        assertThat(second.state()).isEqualTo(Path.of("/elsewhere/simulation"));
        assertThat(second.port(Part.DESK)).isEqualTo(9080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10001", "ten", "1.5"})
    void an_offset_that_is_none_is_refused_with_its_name(String offset) {
        assertThatThrownBy(() -> Layout.from(Map.of("SP_PORT_OFFSET", offset)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("SP_PORT_OFFSET")
                .hasMessageContaining(offset);
    }
}
