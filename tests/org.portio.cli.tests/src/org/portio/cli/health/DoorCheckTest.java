// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.system.User;
import org.portio.trace.Availability;
import org.portio.trace.Availability.Obstacle;

class DoorCheckTest {

    private static final User USER = User.ofSystem();

    @Test
    void allIsWellIfADoorCanBeOpened() {
        HealthReport.Result result = new DoorCheck(new Availability(null), USER).result();
        assertTrue(result.fine());
        assertEquals("", result.remedy());
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void eachObstacleIsToldWithWhatToDoUnlessNothingCanBeDone(Obstacle obstacle) {
        HealthReport.Result result = new DoorCheck(new Availability(obstacle), USER).result();
        assertTrue(result.text().endsWith(obstacle.text()), result.text());
        assertEquals(result.fine(), result.remedy().isEmpty());
    }

    @Test
    void aContainerThatForbidsItIsNotWell() {
        assertFalse(new DoorCheck(new Availability(Obstacle.FORBIDDEN), USER)
                .result()
                .fine());
    }
}
