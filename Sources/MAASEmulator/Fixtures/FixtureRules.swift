import Formats
import MAASRegion

/// What MAAS's models refuse in things that are each of the right shape: whatever can be told from the fixture alone,
/// all at once.
struct FixtureRules {
    let version: MAASVersion
    private(set) var errors: [FixtureError] = []
    /// Whether the fixture was written by a region, and not by a person.
    private let isCaptured: Bool
    /// Where a name or a MAC address has been seen.
    private var hostnames: [String: String] = [:]
    private var macs: [String: String] = [:]

    init(_ fixture: JSONValue, _ version: MAASVersion) throws {
        self.version = version
        isCaptured = fixture["captured"] == .bool(true)
        guard case .object(let members) = fixture else { return }
        for (key, kind) in Self.named { checkNames(of: key, kind, in: members) }
        for key in ["controllers", "machines", "devices"] {
            for (path, node) in Self.elements(members, key) { try check(node: node, key, at: path) }
        }
        let settings = Set(Configuration.settings(version).map(\.name))
        if case .object(let given)? = members["settings"] {
            for name in given.keys.sorted() where !settings.contains(name) && name != "about" {
                complain("settings.\(name)", "is no setting\(FixtureLikeness.hint(name, among: settings))")
            }
        }
    }

    mutating func complain(_ path: String, _ reason: String) {
        errors.append(FixtureError(path: path, reason: reason))
    }

    static func elements(_ members: [String: JSONValue], _ key: String) -> [(path: String, value: [String: JSONValue])]
    {
        guard case .array(let elements)? = members[key] else { return [] }
        return elements.enumerated().compactMap { index, element in
            if case .object(let value) = element { ("\(key)[\(index)]", value) } else { nil }
        }
    }

    // MARK: Names

    private enum NameKind { case words, tag, domain, username }

    private static let named: KeyValuePairs<String, NameKind> = [
        "zones": .words, "resource_pools": .words, "spaces": .words, "fabrics": .words, "tags": .tag,
        "domains": .domain, "users": .username,
    ]

    private mutating func checkNames(of key: String, _ kind: NameKind, in members: [String: JSONValue]) {
        for (path, value) in Self.elements(members, key) {
            let field = kind == .username ? "username" : "name"
            guard let name = value[field]?.string else { continue }
            let problem: String? =
                switch kind {
                case .words:
                    Self.isWords(name)
                        ? nil
                        : "\(name) may have letters, digits, blanks, _ and - only, and begins with a letter or digit"
                case .tag: Self.isPlain(name, "_-") ? nil : "\(name) may have letters, digits, _ and - only"
                case .domain: DNSName.zoneProblem(name)
                case .username:
                    Self.isPlain(name, "_.@+-") || name.wholeMatch(of: /[\p{L}\p{N}_.@+\-]+/) != nil
                        ? nil : "\(name) may have letters, digits and @.+-_ only"
                }
            if let problem { complain("\(path).\(field)", problem) }
        }
    }

    private static func isWords(_ name: String) -> Bool {
        if isPlain(name, "_ -"), name.first != " ", name.first != "-" { return true }
        return name.wholeMatch(of: /[\p{L}\p{N}_][\p{L}\p{N}_ \-]*/) != nil
    }

    /// Whether a name has ASCII letters, digits and these others only: reading a pattern takes longer than reading the names
    /// of a whole fixture.
    static func isPlain(_ name: String, _ others: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: others.utf8.contains(byte)
            }
        }
        return isPlain && !name.isEmpty
    }

    // MARK: Nodes

    private mutating func check(node: [String: JSONValue], _ list: String, at path: String) throws {
        if let hostname = node["hostname"]?.string {
            if let problem = Hostname.problem(hostname) { complain("\(path).hostname", problem) }
            if let other = hostnames[hostname] {
                complain("\(path).hostname", "\(hostname) is the host name of \(other) already")
            } else {
                hostnames[hostname] = path
            }
        }
        if let architecture = node["architecture"]?.string, !architecture.isEmpty {
            check(architecture, at: "\(path).architecture")
        }
        if list == "machines" { try checkPower(node, at: path) }
        let interfaces = Self.elements(node, "interfaces")
        for (place, interface) in interfaces {
            check(interface, at: "\(path).\(place)", among: interfaces.compactMap { $0.value["name"]?.string })
        }
    }

    private static let architectures = ["amd64", "i386", "arm64", "armhf", "ppc64el", "s390x", "riscv64"]

    private mutating func check(_ architecture: String, at path: String) {
        let parts = architecture.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else {
            return complain(path, "must be like amd64/generic, not \(architecture)")
        }
        guard Self.architectures.contains(parts[0]) else {
            let known = Self.architectures.joined(separator: ", ")
            return complain(
                path,
                "there is no architecture \(parts[0]); known are \(known)\(FixtureLikeness.hint(parts[0], among: Self.architectures))"
            )
        }
    }

    /// A MAC address is that of one interface; those made of others may repeat it.
    mutating func claim(_ mac: String, at path: String) {
        let mac = mac.lowercased()
        if let other = macs[mac] {
            complain(path, "\(mac) is the MAC address of \(other) already")
        } else {
            macs[mac] = path.hasSuffix(".mac_address") ? String(path.dropLast(".mac_address".count)) : path
        }
    }

    private mutating func checkPower(_ node: [String: JSONValue], at path: String) throws {
        guard let type = node["power_type"]?.string, !type.isEmpty else { return }
        guard let driver = try PowerDriver.named(type, in: version) else {
            let names = try PowerDriver.all(in: version).map(\.name)
            return complain(
                "\(path).power_type",
                "there is no power type \(type); known are \(names.sorted().joined(separator: ", "))\(FixtureLikeness.hint(type, among: names))"
            )
        }
        guard case .object(let given)? = node["power_parameters"], (node["vm_host"] ?? .null) == .null else { return }
        for parameter in driver.parameters {
            let value = given[parameter.name] ?? .null
            let place = "\(path).power_parameters.\(parameter.name)"
            // Secrets are left out of captures, and MAAS saves a BMC without its address when it is asked to.
            if parameter.isRequired, !parameter.isSecret, value == .null || value == .string("") {
                if isCaptured { continue }
                if parameter.standard == .string("") || parameter.standard == .null { complain(place, "is missing") }
            } else if parameter.type == "choice", let word = value.string, !word.isEmpty,
                !parameter.choices.contains(where: { $0.first == word })
            {
                let words = parameter.choices.compactMap(\.first)
                complain(
                    place,
                    "must be one of \(words.joined(separator: ", ")), not \(word)\(FixtureLikeness.hint(word, among: words))"
                )
            }
        }
    }
}
