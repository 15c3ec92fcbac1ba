import Formats
import Foundation

/// What a script becomes of a form and of what its text says of itself (`forms/script.py`).
///
/// As in MAAS, the form's fields are checked once: at the first thing that is found wrong, be it in the text, or at
/// the end. What the text would still have said does not count then.
package struct ScriptForm {
    package let state: RegionState
    /// The script as it is; `nil` for a new one.
    package let old: Script?
    /// What was sent, and then also what the text says. Texts are what forms carry.
    private var data: [String: JSONValue]
    private var comment: String?
    private var draft: Script
    package private(set) var errors = FieldErrors()
    private var isClean = false
    /// An empty time limit passes MAAS's form, and is refused when it saves.
    private var hasNoTimeout = false

    package static let fields: [String] = [
        "name", "title", "description", "tags", "script_type", "hardware_type", "parallel", "packages", "timeout",
        "destructive", "script", "for_hardware", "may_reboot", "recommission", "apply_configured_networking",
    ]

    package init(_ state: RegionState, old: Script?, data: [String: JSONValue]) throws {
        self.state = state
        self.old = old
        self.data = data
        draft = old ?? Script()
        if let comment = data["comment"], data["script"] != nil {
            self.comment = comment.string ?? comment.text
            self.data["comment"] = nil
        }
        if let type = data["type"], data["script_type"] == nil {
            self.data["script_type"] = type
            self.data["type"] = nil
        }
        if data["script"] != nil { try readText() }
    }

    private mutating func fail(_ field: String, _ message: String) throws {
        try clean()
        errors.add(field, message)
    }

    // MARK: What the text says

    private var text: String? { data["script"]?.string }

    private mutating func readText() throws {
        guard let text else { return }
        // It is kept before anything else is looked at.
        try Refusal.refuseNUL(in: text)
        if !ScriptMetadata.hasShebang(text) { try fail("script", "Must start with shebang.") }
        let members: YAML.Mapping?
        do {
            members = try ScriptMetadata.read(text)
        } catch {
            try fail("script", error.message)
            return
        }
        guard var members else { return }
        func take(_ key: String) -> JSONValue? {
            defer { members.removeAll { $0.key == key } }
            return members.last { $0.key == key }?.value
        }
        draft.results = JSONColumn(take("results") ?? .object([:]))
        draft.parameters = JSONColumn(take("parameters") ?? .object([:]))
        try takeTags(take("tags"))
        if let timeout = take("timeout"), timeout != .null, old == nil, data["timeout"] == nil {
            data["timeout"] = .string(timeout.string ?? timeout.text)
        }
        for key in ["packages", "for_hardware"] {
            if let value = take(key), value != .null, data[key] == nil { data[key] = .string(value.text) }
        }
        for (key, value) in members where Self.fields.contains(key) { try takeField(key, value) }
    }

    /// Tags and the time limit of a script that is there already are its owner's.
    private mutating func takeTags(_ tags: JSONValue?) throws {
        guard let tags, tags != .null, old == nil, data["tags"] == nil else { return }
        switch tags {
        case .string: data["tags"] = tags
        case .array(let elements) where elements.count == tags.strings.count:
            data["tags"] = .string(tags.strings.joined(separator: ","))
        default:
            try fail("tags", "Embedded tags must be a string of comma seperated values, or a list of strings.")
        }
    }

    private mutating func takeField(_ key: String, _ value: JSONValue) throws {
        guard let sent = data[key] else {
            data[key] = value
            return
        }
        let isSame: Bool
        if key == "script_type" {
            let kinds = [value, sent].map { try? Script.Kind(Self.text($0), in: state.version) }
            isSame = kinds[0] != nil && kinds[0] == kinds[1]
        } else {
            isSame = value == sent
        }
        if !isSame { try fail(key, "May not override values defined in embedded YAML.") }
    }

    // MARK: The fields

    /// A value as Django's text fields take it.
    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text.strippedOfBlanks
        case .bool(let flag): flag ? "True" : "False"
        default: value.text
        }
    }

    private static let nullCharacters = "Null characters are not allowed."

    private func isNull(_ field: String) -> Bool { sent(field)?.contains("\0") ?? false }

    private func sent(_ field: String) -> String? { data[field].map(Self.text) }

    private mutating func clean() throws {
        guard !isClean else { return }
        isClean = true
        if old == nil {
            if (sent("name") ?? "").isEmpty { errors.add("name", FieldErrors.required) }
            if data["script"] == nil { errors.add("script", "Must be given a value") }
        }
        for field in ["name", "title", "description", "comment", "packages", "for_hardware"] where isNull(field) {
            errors.add(field, Self.nullCharacters)
        }
        // MAAS goes on to look at what its fields have refused.
        for field in ["script_type", "hardware_type", "parallel"] where isNull(field) {
            throw Refusal.unexpected(pythonQuoted(field))
        }
        if let name = sent("name") {
            draft.name = name
            checkLength("name", name)
        }
        if let title = sent("title") {
            draft.title = title
            checkLength("title", title)
        }
        if let description = sent("description") { draft.description = description }
        if let tags = data["tags"] { cleanTags(tags.string ?? Self.text(tags)) }
        cleanTimeout()
        cleanFlags()
        cleanWords()
        cleanPackages()
        cleanHardware()
        if !draft.name.isEmpty, !errors.contains("name") {
            let holder = try Script.find(state.db, name: draft.name)?.id
            errors.refuseDuplicate("name", of: "Script", heldBy: holder, besides: draft.id)
        }
    }

    private mutating func cleanTimeout() {
        guard let timeout = data["timeout"] else { return }
        let text = timeout.string ?? Self.text(timeout)
        hasNoTimeout = text.isEmpty
        if hasNoTimeout { return }
        do throws(TimeSpan.Invalid) {
            draft.timeout = try TimeSpan.read(text)
        } catch {
            errors.add("timeout", error.message)
        }
    }

    private mutating func checkLength(_ field: String, _ text: String) {
        let length = text.unicodeScalars.count
        if length > 255 {
            errors.add(field, "Ensure this value has at most 255 characters (it has \(length)).")
        }
    }

    private mutating func cleanTags(_ text: String) {
        let tags =
            text.isEmpty
            ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(\.strippedOfBlanks)
        for (index, tag) in tags.enumerated() where tag.isEmpty || tag.contains("\0") {
            let reason = tag.isEmpty ? FieldErrors.required : Self.nullCharacters
            errors.add("tags", "Item \(index + 1) in the array did not validate: \(reason)")
        }
        draft.tags = tags
    }

    private mutating func cleanFlags() {
        func flag(_ field: String, _ old: Bool) -> Bool {
            switch data[field] {
            case nil: old
            case .string(let text): text.isChecked
            case .bool(let flag): flag
            case .null, .integer(0): false
            default: true
            }
        }
        draft.isDestructive = flag("destructive", draft.isDestructive)
        draft.mayReboot = flag("may_reboot", draft.mayReboot)
        draft.recommission = flag("recommission", draft.recommission)
        draft.appliesNetworking = flag("apply_configured_networking", draft.appliesNetworking)
    }

    private mutating func cleanWords() {
        do {
            if let word = sent("script_type"), !word.isEmpty { draft.kind = try Script.Kind(word, in: state.version) }
        } catch { errors.add("script_type", error.message) }
        do {
            if let word = sent("hardware_type"), !word.isEmpty { draft.hardwareType = try Script.HardwareType(word) }
        } catch { errors.add("hardware_type", error.message) }
        do {
            if let word = sent("parallel"), !word.isEmpty { draft.parallel = try Script.Parallel(word) }
        } catch { errors.add("parallel", error.message) }
    }

    private mutating func cleanPackages() {
        guard let text = sent("packages"), !text.isEmpty, !isNull("packages"),
            var packages = try? JSONValue(parsing: text.utf8),
            case .object(var members) = packages
        else { return }
        for key in ["apt", "snap", "url"] {
            guard let value = members[key] else { continue }
            if case .array = value { continue }
            members[key] = .array([value])
        }
        packages = .object(members)
        for key in ["apt", "url"] {
            guard case .array(let elements)? = members[key] else { continue }
            for element in elements where element.string == nil {
                errors.add("packages", "Each \(key) package must be a string.")
            }
        }
        if case .array(let snaps)? = members["snap"] { snaps.forEach { checkSnap($0) } }
        draft.packages = JSONColumn(packages)
    }

    private mutating func checkSnap(_ snap: JSONValue) {
        guard case .object = snap else {
            if snap.string == nil { errors.add("packages", "Snap package must be a string.") }
            return
        }
        if snap["name"]?.string == nil { errors.add("packages", "Snap package name must be defined.") }
        if let channel = snap["channel"], !["stable", "edge", "beta", "candidate"].contains(channel.string) {
            errors.add("packages", "Snap channel must be stable, edge, beta, or candidate.")
        }
        if let mode = snap["mode"], !["classic", "dev", "jail"].contains(mode.string) {
            errors.add("packages", "Snap mode must be classic, dev, or jail.")
        }
    }

    private mutating func cleanHardware() {
        guard let text = sent("for_hardware"), !text.isEmpty, !isNull("for_hardware") else { return }
        let names: [String]
        switch try? JSONValue(parsing: text.utf8) {
        case .string(let one): names = one.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        case let value? where value.kind == "a list": names = value.strings
        case nil: names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        default:
            errors.add("for_hardware", "Must be a list or string")
            return
        }
        let pattern =
            #/^modalias:.+|pci:[\da-f]{4}:[\da-f]{4}|usb:[\da-f]{4}:[\da-f]{4}|(?:system_vendor|system_product|system_version|mainboard_vendor|mainboard_product):.*/#
            .ignoresCase()
        for name in names where name.firstMatch(of: pattern) == nil {
            errors.add(
                "for_hardware",
                "Hardware identifier '\(name)' must be a modalias, PCI ID, USB ID, system vendor, system product, "
                    + "system version, mainboard vendor, or mainboard product.")
        }
        draft.forHardware = names
    }

    // MARK: The whole

    /// Checks everything, and stores the script and its text.
    /// - Throws: `Refusal` with what is wrong, where MAAS fails on packages that are no JSON.
    package mutating func save() throws -> Script {
        try checkPackages()
        try clean()
        checkDefault()
        checkName()
        if data["comment"] != nil {
            errors.add("comment", "\"comment\" may only be used when specifying a \"script\" as well.")
        }
        if data["script"] != nil { try checkResults() }
        try errors.check()
        if hasNoTimeout { throw Refusal.field("timeout", "This field cannot be null.", by: .model) }
        // MAAS reads parameters from the text only, and has no message for a form that brings some.
        if data["parameters"] != nil { throw Refusal.invalidFields(FieldErrors(), by: .form) }
        if let text {
            draft.versionID = try ScriptVersion.add(state, text, comment: comment, after: old?.versionID)
        }
        try draft.save(state.db)
        return draft
    }

    /// MAAS fails on packages that are no JSON, or neither a list nor an object nor text.
    private func checkPackages() throws(Refusal) {
        guard let packages = sent("packages"), !packages.isEmpty, !isNull("packages") else { return }
        guard let value = try? JSONValue(parsing: packages.utf8) else {
            throw .unexpected("Expecting value: line 1 column 1 (char 0)")
        }
        let type: String? =
            switch value {
            case .null: "NoneType"
            case .bool: "bool"
            case .integer: "int"
            case .string, .array, .object: nil
            default: "float"
            }
        if let type { throw .unexpected("argument of type '\(type)' is not iterable") }
    }

    private mutating func checkDefault() {
        guard errors.isEmpty, draft.isDefault else { return }
        for field in Self.fields where data[field] != nil && field != "tags" && field != "timeout" {
            errors.add(field, "Not allowed to change on default scripts.")
        }
    }

    private mutating func checkName() {
        guard let name = data["name"].map({ $0.string ?? $0.text }) else { return }
        if name.lowercased() == "none" { errors.add("name", "\"none\" is a reserved name.") }
        if name.isDigits { errors.add("name", "Cannot be a number.") }
        let isPlain: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || "@%+=:,./-_".contains($0)) }
        if name.isEmpty || !name.allSatisfy(isPlain) {
            errors.add("name", "Name '\(name)' contains disallowed characters, e.g. space or quotes.")
        }
    }

    private mutating func checkResults() throws {
        switch try draft.results.value {
        case .array(let elements):
            for element in elements where element.string == nil {
                errors.add("results", "Each result in a result list must be a string.")
            }
        case .object(let members):
            for (_, result) in members.sorted(by: { $0.key < $1.key }) {
                guard case .object = result else {
                    errors.add("results", "Each result in a result dictionary must be a dictionary.")
                    continue
                }
                guard result["title"] != nil else {
                    errors.add("results", "title must be included in a result dictionary.")
                    continue
                }
                for key in ["title", "description"] where result[key] != nil && result[key]?.string == nil {
                    errors.add("results", "\(key) must be a string.")
                }
            }
        default:
            errors.add("results", "results must be a list of strings or a dictionary of dictionaries.")
        }
    }
}
