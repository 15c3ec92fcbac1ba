import Formats
import SQLite

/// The scripts that come with MAAS: their names, kinds, tags, time limits and parameters are data
/// (`builtin_scripts.json`); their texts are MAAS's and are not here.
package enum BuiltinScripts {
    /// Puts those that the region's version has, and that are not there yet, into a region, in MAAS's order.
    package static func load(_ state: RegionState) throws {
        let data = EmbeddedData.text("Scripts/builtin_scripts.json") ?? ""
        guard case .array(let entries) = try JSONValue(parsing: data.utf8) else { return }
        for entry in entries {
            guard ClosedRange.named(entry["versions"]?.string).contains(state.version) else { continue }
            guard let name = entry["name"]?.string, try Script.find(state.db, name: name) == nil else { continue }
            var script = Script()
            script.name = name
            script.title = entry["title"]?.string ?? ""
            script.description = entry["description"]?.string ?? ""
            script.tags = entry["tags"]?.strings ?? []
            script.kind = try word(entry, "type") ?? .testing
            script.hardwareType = try word(entry, "hardware_type") ?? .node
            script.parallel = try word(entry, "parallel") ?? .disabled
            script.results = JSONColumn(entry["results"] ?? .object([:]))
            script.parameters = JSONColumn(entry["parameters"] ?? .object([:]))
            script.packages = JSONColumn(entry["packages"] ?? .object([:]))
            script.timeout = (entry["timeout"]?.integer ?? 0) * 1000
            script.isDestructive = entry["destructive"] == .bool(true)
            script.appliesNetworking = entry["apply_configured_networking"] == .bool(true)
            script.isDefault = true
            script.versionID = try ScriptVersion.add(
                state, text(of: script.name), comment: "Created by maas-\(state.version.release)")
            try script.save(state.db)
        }
    }

    /// What a number stands for; `nil` where the entry says nothing.
    private static func word<Word: RawRepresentable>(_ entry: JSONValue, _ key: String) throws -> Word?
    where Word.RawValue == Int {
        guard let number = entry[key]?.integer else { return nil }
        guard let word = Word(rawValue: number) else { throw StoredValueError(column: key, value: "\(number)") }
        return word
    }

    /// What stands where MAAS has the script itself.
    package static func text(of name: String) -> String {
        """
        #!/bin/sh
        # This stands for \(name), a script that comes with MAAS. The emulator runs no scripts and does not carry its text.
        exit 0

        """
    }
}
