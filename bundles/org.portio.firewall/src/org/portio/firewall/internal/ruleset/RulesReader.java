// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.address.Addresses;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;

/**
 * Reads the rules as they are: those that nft lists, those made by iptables-nft among them, and those of iptables-legacy,
 * which has tables of its own.
 */
public final class RulesReader {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** The command without counters, so that the same rules are the same text. */
    private static final List<String> LIST = List.of("nft", "-j", "-s", "list", "ruleset");

    private static final List<String> LIST_AS_TEXT = List.of("nft", "-a", "-s", "list", "ruleset");
    private static final String LEGACY = "iptables-legacy";
    /** Families of addresses, and the programs of each. */
    private static final Map<String, String> PREFIXES = Map.of("ip", "iptables", "ip6", "ip6tables");

    private final CommandRunner runner;
    private final Path proc;

    /** Returns one that runs programs by this runner, and finds the names of iptables' tables below this directory. */
    public RulesReader(CommandRunner runner, Path proc) {
        this.runner = runner;
        this.proc = proc;
    }

    /** Never throws: what cannot be read is a gap in what is known. */
    public Rules read() {
        List<Gap> gaps = new ArrayList<>();
        Ruleset ruleset = nftables(gaps);
        PREFIXES.forEach((family, prefix) -> addLegacy(family, prefix, ruleset, gaps));
        return new Rules(ruleset, gaps, Addresses.ofThisMachine().toList());
    }

    private Ruleset nftables(List<Gap> gaps) {
        Result listing;
        try {
            listing = runner.run(LIST, "", LIMIT);
        } catch (IOException e) {
            gaps.add(new Gap("nftables", e.getMessage()));
            return withoutNft();
        }
        try {
            if (listing.exitCode() == 0) {
                return explained(Ruleset.parse(listing.out()));
            }
            gaps.add(Gap.of("nftables", listing));
        } catch (IOException | IllegalArgumentException e) {
            gaps.add(new Gap("nftables", e.getMessage()));
        }
        return new Ruleset();
    }

    private Ruleset explained(Ruleset ruleset) throws IOException {
        if (!ruleset.chains().stream().allMatch(chain -> chain.rules().isEmpty())) {
            NftTexts texts = new NftTexts(runner.run(LIST_AS_TEXT, "", LIMIT).out());
            ruleset.chains().forEach(texts::explain);
        }
        return ruleset;
    }

    /** Returns what iptables-nft shows of its own tables, which may be installed without nft. */
    private Ruleset withoutNft() {
        Ruleset ruleset = new Ruleset();
        PREFIXES.forEach((family, prefix) -> {
            try {
                saved(prefix + "-save", false)
                        .ifPresent(text ->
                                IptablesSave.parse(family, "iptables", text).forEach(ruleset::add));
            } catch (IllegalArgumentException _) {
                // The gap is already reported: these are also rules of nftables.
            }
        });
        return ruleset;
    }

    private void addLegacy(String family, String prefix, Ruleset ruleset, List<Gap> gaps) {
        try {
            List<String> tables = tables(family + "_tables_names");
            if (tables.isEmpty()) {
                return;
            }
            Optional<String> saved = saved(prefix + "-legacy-save", true)
                    .or(() -> saved(prefix + "-save", true))
                    .filter(text -> tables.stream().allMatch(table -> text.contains("*" + table)));
            if (saved.isPresent()) {
                IptablesSave.parse(family, LEGACY, saved.get()).forEach(ruleset::add);
            } else {
                gaps.add(new Gap(prefix + "-legacy", prefix + "-legacy-save does not show them"));
            }
        } catch (IOException | IllegalArgumentException e) {
            gaps.add(new Gap(prefix + "-legacy", e.getMessage()));
        }
    }

    /** Returns what this program prints; nothing if it fails, or is not of the kind that is wanted. */
    private Optional<String> saved(String program, boolean legacy) {
        try {
            Result result = runner.run(List.of(program), "", LIMIT);
            boolean isNft = result.out().contains("(nf_tables)");
            return result.exitCode() == 0 && isNft != legacy ? Optional.of(result.out()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Returns none if the kernel has never had any: then the file is missing from a directory that can be read. */
    private List<String> tables(String file) throws IOException {
        try {
            return Files.readAllLines(proc.resolve(file)).stream()
                    .map(String::strip)
                    .filter(table -> !table.isEmpty())
                    .toList();
        } catch (IOException e) {
            if (e instanceof NoSuchFileException && Files.isDirectory(proc)) {
                return List.of();
            }
            throw new IOException(proc.resolve(file) + " cannot be read", e);
        }
    }
}
