import Formats
import SQLite

/// A script that MAAS runs on machines (`models/script.py`).
package struct Script {
    /// Whether scripts of the same run may run at the same time.
    package enum Parallel: Int, CaseIterable, Sendable, SQLReadable {
        case disabled = 0
        case instance = 1
        case any = 2

        package var label: String {
            switch self {
            case .disabled: "Disabled"
            case .instance: "Run along other instances of this script"
            case .any: "Run along any other script."
            }
        }
    }

    /// 0 for a script that is not stored yet.
    package var id = 0
    package var name = ""
    package var title = ""
    package var description = ""
    package var tags: [String] = []
    package var kind = Kind.testing
    package var hardwareType = HardwareType.node
    package var parallel = Parallel.disabled
    /// What it says it will report.
    package var results = JSONColumn(.object([:]))
    /// What it can be given: an object of objects.
    package var parameters = JSONColumn(.object([:]))
    package var packages = JSONColumn(.object([:]))
    /// milliseconds; 0 for as long as it takes
    package var timeout = 0
    package var isDestructive = false
    /// Comes with MAAS, and can only be given other tags and another timeout.
    package var isDefault = false
    package var forHardware: [String] = []
    package var mayReboot = false
    package var recommission = false
    package var appliesNetworking = false
    /// The version of its text that is run.
    package var versionID = 0

    package init() {}

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        title = try row["title"]
        description = try row["description"]
        tags = try row.strings("tags")
        kind = try row["kind"]
        hardwareType = try row["hardware_type"]
        parallel = try row["parallel"]
        results = try JSONColumn("results", of: row)
        parameters = try JSONColumn("parameters", of: row)
        packages = try JSONColumn("packages", of: row)
        timeout = try row["timeout"]
        isDestructive = try row["destructive"]
        isDefault = try row["is_default"]
        forHardware = try row.strings("for_hardware")
        mayReboot = try row["may_reboot"]
        recommission = try row["recommission"]
        appliesNetworking = try row["apply_configured_networking"]
        versionID = try row["version_id"]
    }

    package static func all(_ db: Connection) throws -> [Script] {
        try db.query("SELECT * FROM scripts ORDER BY id", row: Script.init)
    }

    /// The scripts of some kinds.
    package static func all(_ db: Connection, _ kinds: Kind...) throws -> [Script] {
        let kinds = kinds.map(\.rawValue).ids
        return try db.query(
            "SELECT * FROM scripts WHERE kind IN \(kinds.list) ORDER BY id", kinds, row: Script.init)
    }

    /// The scripts of a kind that have one of the names, tags or ids that somebody asked for. Of the others no more is
    /// read than that.
    static func all(_ db: Connection, _ kind: Kind, askedFor words: Set<String>) throws -> [Script] {
        try db.query("SELECT * FROM scripts WHERE kind = ? ORDER BY id", kind.rawValue) { row -> Script? in
            let (id, name, tags) = (try row["id"] as Int, try row["name"] as String, try row.strings("tags"))
            return isAskedFor(words, id, name, tags) ? try Script(row) : nil
        }.compactMap(\.self)
    }

    private static func isAskedFor(_ words: Set<String>, _ id: Int, _ name: String, _ tags: [String]) -> Bool {
        words.contains(name) || tags.contains(where: words.contains) || words.contains(String(id))
    }

    /// Whether it has one of the names, tags or ids that somebody asked for.
    func isAskedFor(_ words: Set<String>) -> Bool { Self.isAskedFor(words, id, name, tags) }

    /// The scripts as they are listed: one of somebody's that was changed comes last. Those that come with MAAS fill
    /// pages of its database before them, and stay there.
    package static func listed(_ db: Connection) throws -> [Script] {
        try db.query(
            "SELECT * FROM scripts ORDER BY is_default DESC, CASE is_default WHEN 1 THEN id ELSE changed END",
            row: Script.init)
    }

    package static func find(_ db: Connection, name: String) throws -> Script? {
        try db.first("SELECT * FROM scripts WHERE name = ?", name, row: Script.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> Script? {
        try db.first("SELECT * FROM scripts WHERE id = ?", id, row: Script.init)
    }

    /// Adds a tag that it does not have yet.
    /// - Throws: `Refusal` for an empty one.
    package mutating func addTag(_ tag: String) throws(Refusal) {
        if tags.contains(tag) { return }
        guard !tag.isEmpty else {
            throw .field(
                "tags", "Item \(tags.count + 1) in the array did not validate: This field cannot be blank.", by: .model)
        }
        tags.append(tag)
    }
    package mutating func removeTag(_ tag: String) {
        if let index = tags.firstIndex(of: tag) { tags.remove(at: index) }
    }

    /// Whether it has one of the names or tags that somebody asked for.
    package func answers(to words: some Collection<String>) -> Bool {
        words.contains(name) || tags.contains { words.contains($0) }
    }

    /// Stores it. The tags that say what it is for, and that it destroys, follow what it is.
    /// - Returns: Its id.
    @discardableResult
    package mutating func save(_ db: Connection) throws -> Int {
        if isDestructive { try addTag("destructive") } else { removeTag("destructive") }
        for type in HardwareType.allCases {
            if type == hardwareType { try addTag(type.tag) } else { removeTag(type.tag) }
        }
        if id == 0 {
            id = try db.insert(into: "scripts", ["name": name, "version_id": versionID])
        }
        try db.update(
            "scripts", id: id,
            [
                "name": name, "title": title, "description": description,
                "tags": JSONValue.text(of: tags), "kind": kind.rawValue,
                "hardware_type": hardwareType.rawValue, "parallel": parallel.rawValue, "results": results.text,
                "parameters": parameters.text, "packages": packages.text, "timeout": timeout,
                "destructive": isDestructive, "is_default": isDefault,
                "for_hardware": JSONValue.text(of: forHardware), "may_reboot": mayReboot,
                "recommission": recommission, "apply_configured_networking": appliesNetworking,
                "version_id": versionID,
            ])
        return id
    }

    /// Returns to an older version of its text: to the one with an id, or so many back for 0 and below. The versions
    /// after it are gone.
    package mutating func revert(_ db: Connection, to: PythonInteger) throws {
        if isDefault { throw Refusal.invalid("Unable to revert default script") }
        let history = try ScriptVersion.history(db, of: versionID)
        let number = to.clamped
        let back = number > 0 ? history.firstIndex { $0.id == number } : number == .min ? .max : -number
        guard let back else { throw Refusal.invalid("\(to) not found in history") }
        guard back < history.count else { throw Refusal.invalid("Goes too far back.") }
        guard back > 0 else { return }
        versionID = history[back].id
        try save(db)
        try db.execute("DELETE FROM script_versions WHERE id = ?", history[back - 1].id)
    }

    /// Deletes it with its texts and its results.
    package func delete(_ db: Connection) throws {
        let versions = try ScriptVersion.history(db, of: versionID)
        try db.execute("DELETE FROM scripts WHERE id = ?", id)
        if let oldest = versions.last { try db.execute("DELETE FROM script_versions WHERE id = ?", oldest.id) }
    }
}
