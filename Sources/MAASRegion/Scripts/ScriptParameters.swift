import Addresses
import Formats
import Foundation
import SQLite

/// What a script is given on a node (`forms/parameters.py`): the values of its parameters, checked against what it
/// says of them. One that is about disks or interfaces is given each of them in turn.
struct ScriptParameters {
    /// One way to run the script.
    package struct Given {
        /// By parameter: what the script says of it, and the `value`.
        package var values: [String: JSONValue]
        package var blockDevice: Int?
        package var interface: Int?
    }

    private let state: RegionState
    private let node: Node
    private let script: Script
    private var db: Connection { state.db }

    init(_ state: RegionState, _ node: Node, _ script: Script) {
        self.state = state
        self.node = node
        self.script = script
    }

    /// Settings of MAAS that parameters of the same name take their default from.
    private static let fromSettings: Set<String> = [
        "maas_auto_ipmi_user", "maas_auto_ipmi_user_privilege_level", "maas_auto_ipmi_k_g_bmc_key",
        "maas_auto_ipmi_cipher_suite_id",
    ]

    private static func isDevice(_ parameter: JSONValue) -> Bool {
        ["storage", "interface"].contains(parameter["type"]?.string)
    }

    /// Whether a script is given the same on every node: it is about none of its disks or interfaces.
    static func isUsual(_ script: Script) throws -> Bool {
        guard case .object(let parameters) = try script.parameters.value else { return true }
        return !parameters.values.contains(where: isDevice)
    }

    /// Whether results were planned for disks that were not known yet.
    static func isPlaceholder(_ parameters: JSONValue) -> Bool {
        guard case .object(let members) = parameters else { return false }
        return members.values.contains { $0["type"]?.string == "storage" && $0["value"]?.string == "all" }
    }

    /// Every way to run the script with an input.
    /// - Throws: `Refusal` with what does not fit.
    package func resolve(_ input: [String: JSONValue]) throws -> [Given] {
        guard case .object(let parameters) = try script.parameters.value else { return [Given(values: [:])] }
        var errors = FieldErrors()
        var plain: [String: JSONValue] = [:]
        var devices: [(name: String, parameter: JSONValue, value: String)] = []
        for name in input.keys.sorted() where parameters[name] == nil {
            errors.add("input", "Unknown parameter '\(name)' for \(script.name)")
        }
        for (name, parameter) in parameters.sorted(by: { $0.key < $1.key }) {
            let given = try input[name] ?? standard(name, parameter)
            guard let given else {
                if isMissed(parameter) { errors.add(name, "Field is required") }
                continue
            }
            if Self.isDevice(parameter) {
                devices.append((name, parameter, given.string ?? given.text))
            } else {
                check(name, parameter, given, &errors)
                plain[name] = parameter.with("value", given)
            }
        }
        var ways: [Given] = []
        for (name, parameter, value) in devices {
            let found =
                parameter["type"]?.string == "storage"
                ? try disks(value, name, &errors) : try interfaces(value, name, &errors)
            for (value, disk, interface) in found {
                ways.append(
                    Given(
                        values: plain.merging([name: parameter.with("value", value)]) { $1 }, blockDevice: disk,
                        interface: interface))
            }
        }
        try errors.check(by: .model)
        return ways.isEmpty ? [Given(values: plain)] : ways
    }

    /// What a parameter is that was not given; `nil` for nothing.
    private func standard(_ name: String, _ parameter: JSONValue) throws -> JSONValue? {
        let type = parameter["type"]?.string
        if let value = parameter["default"] {
            if type == "runtime" { return value.integer == nil ? nil : value }
            return value == .string("") || value == .null ? nil : value
        }
        if Self.isDevice(parameter) { return .string("all") }
        if type == "runtime" { return .integer(script.timeout / 1000 % 86_400) }
        guard Self.fromSettings.contains(name) else { return nil }
        let setting = try Configuration.value(name, state)
        return setting == .string("") || setting == .null ? nil : setting
    }

    private func isMissed(_ parameter: JSONValue) -> Bool {
        let usually = Self.isDevice(parameter) || parameter["type"]?.string == "runtime"
        return parameter["required"].map { $0 == .bool(true) } ?? usually
    }

    private func check(_ name: String, _ parameter: JSONValue, _ value: JSONValue, _ errors: inout FieldErrors) {
        let text = value.string ?? value.text
        let min = parameter["min"]?.integer
        let max = parameter["max"]?.integer
        switch parameter["type"]?.string {
        case "runtime":
            guard let seconds = value.integer ?? (text.isDigits ? Int(text) : nil) else {
                errors.add(name, "Must be an int")
                return
            }
            if seconds < min ?? 0 { errors.add(name, "Must be greater than \(min ?? 0)") }
            if let max, seconds > max { errors.add(name, "Must be less than \(max)") }
        case "string", "password":
            if let min, text.unicodeScalars.count < min { errors.add(name, "Input too short") }
            if let max, text.unicodeScalars.count > max { errors.add(name, "Input too long") }
        case "choice":
            guard case .array(let choices)? = parameter["choices"] else { return }
            let words = choices.map { $0.string ?? $0.strings.first ?? "" }
            if !words.contains(text) { errors.add(name, "Invalid choice \"\(text)\"") }
        case "url":
            let urls = parameter["allow_list"] == .bool(true) ? text.split(separator: ",").map(String.init) : [text]
            for url in urls where !Self.isURL(url) { errors.add(name, "Invalid URL") }
        default: break
        }
    }

    private static let schemes: Set = [
        "icmp", "file", "ftp", "ftps", "gopher", "http", "https", "imap", "imaps", "ldap", "ldaps", "pop3", "pop3s",
        "rtmp", "rtsp", "scp", "sftp", "smb", "smbs", "smtp", "smtps", "telnet", "tftp",
    ]

    private static func isURL(_ text: String) -> Bool {
        let isAddress = IPAddress(text) != nil
        let whole =
            isAddress && text.contains(":") ? "http://[\(text)]" : text.contains("://") ? text : "http://\(text)"
        guard let url = URL(string: whole), let host = url.host, !host.isEmpty else { return false }
        return schemes.contains(url.scheme?.lowercased() ?? "")
    }

    private typealias Found = (value: JSONValue, disk: Int?, interface: Int?)

    /// The physical disks that a value means: all, an id, or names, models, serials and tags.
    private func disks(_ value: String, _ name: String, _ errors: inout FieldErrors) throws -> [Found] {
        let all = try NodeStorage(db, node: node).physical
        if value == "all" { return all.isEmpty ? [(.string("all"), nil, nil)] : all.map(Self.found) }
        if value.isDigits {
            let chosen = all.filter { String($0.id) == value }
            if chosen.isEmpty { errors.add(name, "Physical block id does not exist") }
            return chosen.map(Self.found)
        }
        var found: [Found] = []
        for word in value.split(separator: ",").map(String.init) {
            let last = word.split(separator: "/").last.map(String.init) ?? word
            let chosen = all.filter {
                "\($0.model):\($0.serial)" == word || [$0.name, $0.model, $0.serial].contains(word) || $0.name == last
                    || $0.tags.contains(word)
            }
            if chosen.isEmpty { errors.add(name, "Unknown storage device for \(try label())") }
            found += chosen.map(Self.found)
        }
        return found
    }

    private static func found(_ disk: BlockDevice) -> Found {
        let members: [String: JSONValue] = [
            "id": .integer(disk.id), "name": .string(disk.name), "id_path": disk.idPath.map(JSONValue.string) ?? .null,
            "model": .string(disk.model), "serial": .string(disk.serial),
        ]
        return (.object(members), disk.id, nil)
    }

    /// The configured interfaces that a value means. While a machine has none, its boot interface stands in.
    private func interfaces(_ value: String, _ name: String, _ errors: inout FieldErrors) throws -> [Found] {
        let every = try Interface.all(db, node: node.id)
        let parents: [Int] = try db.query("SELECT parent_id FROM interface_parents") { try $0[0] }
        let configured = try every.filter { interface in
            try interface.enabled && !parents.contains(interface.id)
                && Link.all(db, interface: interface.id).contains { $0.mode != "link_up" }
        }
        let boot = every.filter { $0.id == node.bootInterfaceID }
        let all = configured.isEmpty && node.status == .commissioning ? boot : configured
        if value == "all" { return all.isEmpty ? [(.string("all"), nil, nil)] : all.map(Self.found) }
        if value.isDigits {
            let chosen = all.filter { String($0.id) == value }
            if chosen.isEmpty { errors.add(name, "Interface id does not exist") }
            return chosen.map(Self.found)
        }
        var found: [Found] = []
        for word in value.split(separator: ",").map(String.init) {
            let chosen = all.filter { interface in
                let words = [interface.name, interface.macAddress, interface.vendor, interface.product]
                return words.contains(word) || interface.tags.contains(word)
                    || "\(interface.vendor ?? ""):\(interface.product ?? "")" == word
            }
            if chosen.isEmpty { errors.add(name, "Unknown interface for \(try label())") }
            found += chosen.map(Self.found)
        }
        return found
    }

    private static func found(_ interface: Interface) -> Found {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        let members: [String: JSONValue] = [
            "id": .integer(interface.id), "name": .string(interface.name), "mac_address": text(interface.macAddress),
            "vendor": text(interface.vendor), "product": text(interface.product),
        ]
        return (.object(members), nil, interface.id)
    }

    private func label() throws -> String {
        "\(node.hostname).\(try Domain.find(db, id: node.domainID)?.name ?? "")(\(node.systemID))"
    }
}

extension JSONValue {
    /// An object with one more member.
    package func with(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[key] = value
        return .object(members)
    }
}
