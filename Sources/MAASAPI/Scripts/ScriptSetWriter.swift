import Formats
import MAASRegion

/// Writes a run of scripts as `nodes/{system_id}/results/` shows it.
struct ScriptSetWriter {
    package let state: RegionState
    package let node: Node
    package var filter = ScriptResultFilter()
    /// Whether the output of the scripts is shown too.
    var includesOutput = false

    private func moment(_ time: RegionTime?) -> String? {
        time.map { Timestamp.mail($0, zone: state.version.mailZone) }
    }

    package func write(_ set: ScriptSet, into json: inout JSONWriter) throws {
        let all =
            try includesOutput
            ? ScriptResult.described(state.db, set: set.id) : ScriptResult.all(state.db, set: set.id)
        let status = ScriptStatus.overall(all.map { ($0.status, $0.isSuppressed) })
        let started = all.compactMap(\.started).min()
        let ended = all.contains { $0.ended == nil } ? nil : all.compactMap(\.ended).max()
        try json.object { json in
            json.field("id", set.id)
            json.field("system_id", node.systemID)
            json.field("type", set.kind.rawValue)
            json.field("type_name", set.kind.label)
            json.field("last_ping", moment(set.lastPing))
            json.field("status", status.rawValue)
            // A run without results has status -1, and MAAS takes that for the last of its labels.
            json.field(
                "status_name",
                status == .unknown ? ScriptStatus.failedApplyingNetworking.label : status.label)
            json.field("started", moment(started))
            json.field("ended", moment(ended))
            var runtime = ""
            if let started, let ended { runtime = TimeSpan.text(ended - started) }
            json.field("runtime", runtime)
            try json.array("results", of: filter.apply(to: all, state.version)) { try write($1, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)nodes/\(node.systemID)/results/\(set.id)/")
        }
    }

    private func write(_ result: ScriptResult, into json: inout JSONWriter) throws {
        let estimate = try result.estimatedRuntime(state.db, node: node.id)
        json.object { json in
            json.field("id", result.id)
            json.field("created", moment(result.created))
            json.field("updated", moment(result.updated))
            json.field("name", result.name)
            json.field("status", result.status.rawValue)
            json.field("status_name", result.status.label)
            json.field("exit_status", result.exitStatus)
            json.field("started", moment(result.started))
            json.field("ended", moment(result.ended))
            json.field("runtime", result.runtime.map { TimeSpan.text($0) } ?? "")
            json.key("starttime")
            seconds(result.started, &json)
            json.key("endtime")
            seconds(result.ended, &json)
            json.field("estimated_runtime", estimate)
            json.field("parameters", Self.withoutSecrets(result.parameters))
            json.field("script_id", result.scriptID)
            json.field("script_revision_id", result.versionID)
            json.field("suppressed", result.isSuppressed)
            if includesOutput {
                json.field("output", ScriptWriter.base64(result.output))
                json.field("stdout", ScriptWriter.base64(result.stdout))
                json.field("stderr", ScriptWriter.base64(result.stderr))
                json.field("result", ScriptWriter.base64(result.result))
            }
        }
    }

    private func seconds(_ time: RegionTime?, _ json: inout JSONWriter) {
        if let time { json.value(Double(time) / 1000) } else { json.value("") }
    }

    /// Passwords are not shown.
    private static func withoutSecrets(_ parameters: JSONValue) -> JSONValue {
        guard case .object(let members) = parameters else { return parameters }
        return .object(
            members.mapValues { parameter in
                let isSecret = parameter["type"]?.string == "password" && parameter["value"] != nil
                return isSecret ? parameter.with("value", .string("REDACTED")) : parameter
            })
    }
}

/// Which results of a run are asked for: by names, tags and ids, and by hardware.
package struct ScriptResultFilter {
    package var words: [String]?
    var hardwareType: Script.HardwareType?

    /// Those that match, by name, disk and interface. Up to 3.7 one that matches twice is there twice, as in MAAS.
    package func apply(to results: [ScriptResult], _ version: MAASVersion) -> [ScriptResult] {
        var chosen = results
        if let words {
            chosen = results.flatMap { result in
                let count = words.count { $0 == result.name || result.tags.contains($0) || $0 == String(result.id) }
                return Array(repeating: result, count: version.has(.resultsOnce) ? min(count, 1) : count)
            }
        }
        if let hardwareType { chosen.removeAll { $0.hardwareType != hardwareType } }
        return chosen.sorted {
            ($0.name, $0.blockDevice ?? "", $0.interface ?? "") < ($1.name, $1.blockDevice ?? "", $1.interface ?? "")
        }
    }
}
