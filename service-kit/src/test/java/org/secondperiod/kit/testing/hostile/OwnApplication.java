package org.secondperiod.kit.testing.hostile;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application and a database of its own: hostile requests leave odd things behind. */
public class OwnApplication implements QuarkusTestProfile {}
