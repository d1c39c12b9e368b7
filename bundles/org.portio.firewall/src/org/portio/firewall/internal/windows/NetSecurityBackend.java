// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.windows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.json.Json;
import org.portio.json.JsonException;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/**
 * The Windows firewall through PowerShell's module NetSecurity: rules of the group PortIO, with the tag for their
 * description. Scripts go encoded, so that nothing is quoted on the way, and answer in JSON, so that no language matters.
 *
 * <p>Written from the documentation; tested by its commands only, and never seen on a Windows.
 */
public final class NetSecurityBackend extends WindowsBackend {

    private static final String PRELUDE =
            "$ErrorActionPreference='Stop'; [Console]::OutputEncoding=[Text.Encoding]::UTF8; ";
    /**
     * The list must come out as one, also with one rule or none in it, which is an error to PowerShell; rules that are
     * switched off do not block.
     */
    private static final String LIST = "$r = @(); try { $r = @(Get-NetFirewallRule -Group 'PortIO'"
            + " | Where-Object { [string]$_.Enabled -eq 'True' }"
            + " | ForEach-Object { @{ name = $_.Name; description = $_.Description } }) }"
            + " catch { if ([string]$_.CategoryInfo.Category -ne 'ObjectNotFound') { throw } };"
            + " ConvertTo-Json -Compress -InputObject $r";

    public NetSecurityBackend(CommandRunner runner, String osName) {
        super("netsecurity", runner, osName, "PowerShell's NetSecurity", Capability.TIMED, Capability.UNTIL_RESTART);
    }

    @Override
    List<String> query() {
        return script("Get-Command New-NetFirewallRule | Out-Null").command();
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return parse(commands.run(script(LIST)).out());
    }

    static List<AppliedRule> parse(String json) throws FirewallException {
        Map<UUID, RuleTag> tags = new LinkedHashMap<>();
        Map<UUID, List<String>> names = new LinkedHashMap<>();
        for (JsonObject rule : found(json)) {
            String name = text(rule, "name");
            if (!name.isEmpty()) {
                RuleTag.parse(text(rule, "description")).ifPresent(tag -> {
                    tags.put(tag.id(), tag);
                    names.computeIfAbsent(tag.id(), _ -> new ArrayList<>()).add(name);
                });
            }
        }
        return tags.values().stream()
                .filter(tag -> names.get(tag.id()).size()
                        == Requests.ways(tag.direction()).size())
                .map(tag -> new AppliedRule(tag, names.get(tag.id()), -1, false, DROPS))
                .toList();
    }

    /** Returns those that PowerShell has an object for. */
    private static List<JsonObject> found(String json) throws FirewallException {
        try {
            return Json.parse(json).asArray().stream()
                    .filter(rule -> !rule.isNull())
                    .map(JsonValue::asObject)
                    .toList();
        } catch (JsonException e) {
            throw new FirewallException(Kind.FAILED, "PowerShell's list of rules cannot be read", e);
        }
    }

    private static String text(JsonObject rule, String name) {
        return rule.get(name) instanceof JsonPrimitive value ? value.text() : "";
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        List<String> statements = new ArrayList<>();
        for (Rule rule : change.add()) {
            end(rule).ifPresent(statements::add);
            for (Direction way : Requests.ways(rule.request().direction())) {
                statements.add(add(rule, way == Direction.INBOUND));
            }
        }
        Stream<String> removed = change.remove().stream().flatMap(rule -> names(rule.tag()));
        removed.map(name -> "Remove-NetFirewallRule -Name " + name).forEach(statements::add);
        change.remove().forEach(rule -> statements.add(forgetEnd(rule.tag())));
        return List.of(script(String.join("; ", statements)));
    }

    private static String add(Rule rule, boolean inbound) {
        BlockRequest request = rule.request();
        String program = request.program().isEmpty()
                ? ""
                : " -Program '" + request.program().replace("'", "''") + "'";
        return "New-NetFirewallRule -Name " + name(rule.tag(), inbound)
                + " -Group 'PortIO' -DisplayName 'PortIO " + request.protocol() + " " + request.ports()
                + "' -Description '" + rule.tag().text() + "' -Direction " + (inbound ? "Inbound" : "Outbound")
                + " -Action Block -Profile Any -Enabled True -Protocol " + request.protocol()
                + (inbound ? " -LocalPort '" : " -RemotePort '") + request.ports() + "'" + program + " | Out-Null";
    }

    /** A task of the system's removes the rule, also when PortIO does not run or the time was over while it was off. */
    private static Optional<String> end(Rule rule) {
        boolean restart =
                rule.request().expiry() != null && rule.request().expiry().kind() == Expiry.Kind.UNTIL_RESTART;
        if (rule.remaining() == null && !restart) {
            return Optional.empty();
        }
        String trigger = restart
                ? "-AtStartup"
                : "-Once -At ([DateTimeOffset]::FromUnixTimeSeconds("
                        + Instant.now().plus(rule.remaining()).getEpochSecond() + ").LocalDateTime)";
        String names = names(rule.tag()).collect(Collectors.joining(","));
        String remove = "Remove-NetFirewallRule -Name " + names + "; " + forgetEnd(rule.tag());
        return Optional.of("Register-ScheduledTask -Force -TaskName " + task(rule.tag())
                + " -User 'SYSTEM' -RunLevel Highest -Trigger (New-ScheduledTaskTrigger " + trigger + ")"
                + " -Settings (New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries"
                + " -DontStopIfGoingOnBatteries) -Action (New-ScheduledTaskAction -Execute 'powershell.exe' -Argument"
                + " '-NoProfile -NonInteractive -EncodedCommand " + encoded(remove) + "') | Out-Null");
    }

    private static String forgetEnd(RuleTag tag) {
        return "Unregister-ScheduledTask -TaskName " + task(tag) + " -Confirm:$false -ErrorAction SilentlyContinue";
    }

    private static String task(RuleTag tag) {
        return "'PortIO-" + tag.id() + "'";
    }

    private static String name(RuleTag tag, boolean inbound) {
        return "'PortIO-" + tag.id() + (inbound ? "-in'" : "-out'");
    }

    private static Stream<String> names(RuleTag tag) {
        return Requests.ways(tag.direction()).stream().map(way -> name(tag, way == Direction.INBOUND));
    }

    private static PlannedCommand script(String text) {
        return PlannedCommand.of(
                "powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded(PRELUDE + text));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** Always by name: without one, every rule of the system would go. */
    @Override
    public List<PlannedCommand> takeBack(Change change) {
        String names = change.add().stream().flatMap(rule -> names(rule.tag())).collect(Collectors.joining(","));
        return names.isEmpty()
                ? List.of()
                : List.of(script("Remove-NetFirewallRule -ErrorAction SilentlyContinue -Name " + names));
    }
}
