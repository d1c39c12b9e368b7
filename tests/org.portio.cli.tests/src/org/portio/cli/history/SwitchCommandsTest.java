// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.system.SetAside;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.RecordException;
import org.portio.record.Retention;

/** {@code history on} and {@code history off}. */
class SwitchCommandsTest {

    @TempDir
    private Path home;

    private final Cli cli = new Cli();
    private final List<SetAside> damaged = new ArrayList<>();

    @BeforeEach
    void useTheFolder() {
        cli.switches = home;
    }

    private Position position() throws RecordException {
        return cli.historySwitch(damaged::add).position();
    }

    @Test
    void onStartsTheKeeperAndSaysWhatItKeeps() throws RecordException {
        Cli.Result result = cli.run("history", "on");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("Recording. Kept for 24 h, at most 200 MB: each"), result.out());
        assertEquals(new Position(true, Retention.DEFAULT), position());
        assertNotNull(cli.keeper.running);
    }

    @Test
    void onKeepsTheLimitsOfBeforeUnlessOthersAreGiven() throws RecordException {
        assertEquals(
                0, cli.run("history", "on", "--keep", "7d", "--size", "2GB").code());
        assertEquals(0, cli.run("history", "off").code());
        assertEquals(0, cli.run("history", "on", "--size", "500MB").code());
        assertEquals(new Position(true, new Retention(Duration.ofDays(7), 500_000_000)), position());
    }

    @Test
    void offLeavesTheKeeperAloneAndSaysWhatStays() throws RecordException {
        assertEquals(1, cli.run("history", "off").code());
        cli.run("history", "on");
        Cli.Result result = cli.run("history", "off");
        assertEquals(0, result.code());
        assertTrue(result.err().contains("portio history forget --all"), result.err());
        assertEquals(false, position().isOn());
        assertNotNull(cli.keeper.running);
    }

    @Test
    void wrongLimitsAreWrongUsage() throws RecordException {
        for (String[] wrong : new String[][] {
            {"--size", "many"},
            {"--size", "0MB"},
            {"--size", "999999GB"},
            {"--keep", "10m"},
            {"--keep", "90m"},
            {"--keep", "x"}
        }) {
            assertEquals(2, cli.run("history", "on", wrong[0], wrong[1]).code(), wrong[1]);
        }
        assertEquals(Position.OFF, position());
        assertNull(cli.keeper.running);
    }

    @Test
    void damagedFileIsSetAsideAndMeansOff() throws IOException, RecordException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/history.json"), "{");
        Cli.Result result = cli.run("history", "status");
        assertTrue(result.err().contains("history.json"), result.err());
        assertEquals(Position.OFF, position());
    }

    @Test
    void statusSaysThatNobodyRecordsThoughItIsOn() {
        cli.run("history", "on");
        Cli.Result result = cli.run("history", "status");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("it is on, and no keeper is running"), result.err());
    }
}
