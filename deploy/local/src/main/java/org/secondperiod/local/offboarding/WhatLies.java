package org.secondperiod.local.offboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.secondperiod.local.stack.DistrictKey;
import org.secondperiod.local.stack.Layout;

/** What lies in this stack: sealed in databases and on topics, and in files of the state folder. */
final class WhatLies {

    private final Layout layout;
    private final Databases databases;

    WhatLies(Layout layout, Databases databases) {
        this.layout = layout;
        this.databases = databases;
    }

    /** All that is sealed, tried with these keys. */
    List<Tried> tried(List<DistrictKey> keys) {
        Trial trial = new Trial(keys.stream()
                .filter(key -> !key.index())
                .map(DistrictKey::bytes)
                .toList());
        databases.search(trial);
        new TopicSearch(layout.bootstrapServers()).into(trial);
        return trial.result();
    }

    /** The files of the state folder in which a key of these fingerprints stands, but for some. */
    List<Path> copies(Set<String> fingerprints, List<Path> but) {
        try {
            return new KeyCopies(fingerprints).below(layout.state(), but);
        } catch (IOException e) {
            throw new UncheckedIOException("Not every file of " + layout.state() + " can be looked into", e);
        }
    }

    /** Files that landed in the watched folder, which hold names in the clear. */
    List<Path> rosters() {
        if (!Files.exists(layout.watchedFolder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(layout.watchedFolder())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
