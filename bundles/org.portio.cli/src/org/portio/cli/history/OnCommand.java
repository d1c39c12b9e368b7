// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.Subcommand;
import org.portio.keeper.KeeperException;
import org.portio.record.HistorySwitch;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.RecordException;
import org.portio.record.Retention;
import picocli.CommandLine.TypeConversionException;

/** Switches the recording of the past on. */
final class OnCommand extends Subcommand {

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})(MB|GB)");
    private static final long MEGABYTE = 1_000_000;
    private static final int GIGABYTE = 1000;

    private final Argument<Duration> keep = add(Argument.option(
            "--keep",
            Duration.class,
            IntervalConverter.keeping(),
            "TIME",
            "How long to keep it: 12h, 7d (default: as before, at first 24h)."));

    private final Argument<Long> size = add(Argument.option(
            "--size",
            Long.class,
            OnCommand::bytes,
            "SIZE",
            "How much of the disk it may take: 500MB, 2GB (default: as before, at first 200MB)."));

    OnCommand() {
        super("The keeper, started if none is running, records until 'portio history off', even if it is restarted"
                + " meanwhile; 'portio keeper install' has the system start it at each login.");
    }

    private static long bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a valid size; write it as 200MB or 2GB");
        }
        long megabytes = Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("GB") ? GIGABYTE : 1);
        if (megabytes > MEGABYTE) {
            throw new TypeConversionException("'" + text + "' is too large; the maximum is 1000GB");
        }
        return megabytes * MEGABYTE;
    }

    @Override
    public ExitCode run() throws RecordException, KeeperException {
        HistorySwitch position = services().historySwitch(aside -> output().note(aside.text()));
        Retention before = position.position().retention();
        Duration time = keep.value() == null ? before.time() : keep.value();
        if (!time.equals(Duration.ofHours(time.toHours()))) {
            throw wrongUsage("--keep is a whole number of hours, such as 12h or 7d");
        }
        Retention retention = new Retention(time, size.value() == null ? before.bytes() : size.value());
        position.set(new Position(true, retention));
        services().keeper().start();
        String limits =
                String.format(Locale.ROOT, "%,d h, at most %,d MB", time.toHours(), retention.bytes() / MEGABYTE);
        output().println("Recording. Kept for " + limits
                + ": each TCP and UDP socket with its ends, states, bytes and times; its processes with their"
                + " command lines, directories and users; what PortIO did.");
        output().note("only you can read it; portio history off ends it, portio history forget --all deletes it");
        return ExitCode.OK;
    }
}
