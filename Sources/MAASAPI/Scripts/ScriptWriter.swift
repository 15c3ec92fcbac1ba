import Formats
import Foundation
import MAASRegion

/// Writes a script as `scripts/` shows it.
struct ScriptWriter {
    package let state: RegionState
    /// Whether the texts of its versions are shown too.
    var includesText = false

    package func write(_ script: Script, into json: inout JSONWriter) throws {
        try write(script, try ScriptVersion.history(state.db, of: script.versionID), into: &json)
    }

    /// - Parameter history: The versions of its text, newest first.
    func write(_ script: Script, _ history: [ScriptVersion], into json: inout JSONWriter) throws {
        try json.object { json in
            json.field("id", script.id)
            json.field("name", script.name)
            json.field("title", script.title)
            json.field("description", script.description)
            json.field("tags", script.tags)
            json.field("type", script.kind.rawValue)
            json.field("type_name", script.kind.label)
            json.field("hardware_type", script.hardwareType.rawValue)
            json.field("hardware_type_name", script.hardwareType.label)
            json.field("parallel", script.parallel.rawValue)
            json.field("parallel_name", script.parallel.label)
            json.field("results", try script.results.value)
            json.field("parameters", try script.parameters.value)
            json.field("packages", try script.packages.value)
            json.field("timeout", TimeSpan.text(script.timeout, withFraction: true))
            json.field("destructive", script.isDestructive)
            json.field("for_hardware", script.forHardware)
            json.field("may_reboot", script.mayReboot)
            json.field("recommission", script.recommission)
            json.array("history", of: history) { json, version in
                json.object { json in
                    json.field("id", version.id)
                    json.field("comment", version.comment)
                    json.field("created", Timestamp.mail(version.created, zone: state.version.mailZone))
                    if includesText { json.field("data", Self.base64(version.data)) }
                }
            }
            json.field("default", script.isDefault)
            json.field("apply_configured_networking", script.appliesNetworking)
            json.field("resource_uri", "\(Dispatch.root)scripts/\(script.name)")
        }
    }

    static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
