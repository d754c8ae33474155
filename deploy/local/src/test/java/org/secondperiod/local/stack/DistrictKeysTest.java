package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictKeysTest {

    private static final String ONE = "SECONDPERIOD_DISTRICT_PEOPLE_KEY";
    private static final String SEVERAL = "SECONDPERIOD_DISTRICT_PEOPLE_KEYS";
    private static final String CURRENT = "SECONDPERIOD_DISTRICT_PEOPLE_KEY_ID";
    private static final String INDEX = "SECONDPERIOD_DISTRICT_INDEX_KEY";

    @TempDir
    Path folder;

    private Layout layout;
    private DistrictKeys keys;

    @BeforeEach
    void aStack() {
        layout = new Layout(folder, folder.resolve(".sp"), 0);
        keys = new DistrictKeys(layout);
    }

    @Test
    void at_first_there_is_one() {
        assertThat(keys.environment()).containsOnlyKeys(ONE);
    }

    @Test
    void another_one_is_for_reading_at_first() throws Exception {
        String first = keys.environment().getOrDefault(ONE, "");

        keys.add("k2");

        assertThat(keys.environment()).doesNotContainKey(ONE).containsEntry(CURRENT, "k1");
        assertThat(keys.environment().getOrDefault(SEVERAL, "")).startsWith("k1:" + first + ",k2:");
        assertThat(Base64.getDecoder().decode(keys.environment().get(INDEX))).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.peopleKeysFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void an_old_one_can_be_destroyed_when_another_is_current() throws Exception {
        String first = keys.environment().getOrDefault(ONE, "");
        keys.add("k2");
        String index = keys.environment().get(INDEX);
        assertThatThrownBy(() -> keys.destroy("k1")).hasMessage("Key k1 is the current one");

        keys.use("k2");
        keys.destroy("k1");

        assertThat(keys.environment()).containsEntry(CURRENT, "k2").containsEntry(INDEX, index);
        assertThat(Files.readString(layout.peopleKeysFile())).doesNotContain(first.substring(0, 20));
        assertThat(layout.peopleKeyFile()).doesNotExist();
    }

    @Test
    void a_name_is_used_once_and_known() {
        assertThatThrownBy(() -> keys.add("k1")).isInstanceOf(StackException.class);
        assertThatThrownBy(() -> keys.use("k7")).hasMessageContaining("There is no key k7");
    }

    @Test
    void all_of_them_are_shown_with_what_tells_them_apart() {
        String first = keys.environment().getOrDefault(ONE, "");
        assertThat(keys.all()).extracting(DistrictKey::id).containsExactly("k1", "index");
        assertThat(keys.all().getFirst().toString()).doesNotContain(first.substring(0, 20));

        keys.add("k2");

        assertThat(keys.all()).extracting(DistrictKey::id).containsExactly("k1", "k2", "index");
        assertThat(keys.all()).extracting(DistrictKey::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void destroyed_none_is_left_and_none_is_made() {
        keys.environment();
        PeopleKey.of(layout.deskKeyFile());
        keys.add("k2");

        keys.destroyAll();

        assertThat(keys.all()).isEmpty();
        assertThat(keys.files()).isEmpty();
        assertThat(layout.peopleKeyFile()).doesNotExist();
        assertThat(layout.peopleKeysFile()).doesNotExist();
        assertThat(layout.deskKeyFile()).doesNotExist();
    }
}
